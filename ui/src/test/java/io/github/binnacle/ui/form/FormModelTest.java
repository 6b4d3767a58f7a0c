package io.github.binnacle.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.ui.form.FormField.Look;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormModelTest {
    private static FormField field(String name, Look look, String start, boolean isRequired) {
        return new FormField(
                name,
                name,
                "str",
                "",
                look,
                start,
                !start.isEmpty(),
                isRequired,
                List.of(),
                text -> text.equals("bad") ? Optional.of("That is bad.") : Optional.empty());
    }

    private static FormModel form(FormField... fields) {
        return new FormModel(List.of(fields), Map.of(), "Fill this in.");
    }

    @Test
    void isNotValidWhileARequiredFieldIsEmpty() {
        FormModel form = form(field("a", Look.LINE, "", true));

        assertThat(form.valid().get()).isFalse();
        assertThat(form.fields().getFirst().error().get()).isEqualTo("Fill this in.");
        form.fields().getFirst().text().set("x");
        assertThat(form.valid().get()).isTrue();
        assertThat(form.given()).isEqualTo(Map.of("a", "x"));
    }

    @Test
    void saysWhatIsWrongWithAText() {
        FormModel form = form(field("a", Look.LINE, "", false));

        form.fields().getFirst().text().set("bad");

        assertThat(form.fields().getFirst().error().get()).isEqualTo("That is bad.");
        assertThat(form.valid().get()).isFalse();
    }

    @Test
    void startsWithTheDefaultAndGoesBackToIt() {
        FormModel form = form(field("a", Look.TEXT, "start", true));
        FormModel.FieldModel field = form.fields().getFirst();

        field.text().set("other");
        boolean wasChanged = field.changed().get();
        field.reset();

        assertThat(wasChanged).isTrue();
        assertThat(field.changed().get()).isFalse();
        assertThat(form.given()).isEqualTo(Map.of("a", "start"));
    }

    @Test
    void takesTheEmptyTextForAValueWhereADefaultWasEmptied() {
        FormModel form =
                form(
                        field("text", Look.TEXT, "start", false),
                        field("line", Look.LINE, "1", false));

        form.fields().forEach(field -> field.text().set(""));

        assertThat(form.given()).isEqualTo(Map.of("text", ""));
    }
}
