package io.github.binnacle.editors.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.pipeline.ComponentSpec.ComponentInputsSpec;
import io.github.binnacle.model.pipeline.ComponentSpec.ComponentInputsSpec.ParameterSpec;
import io.github.binnacle.model.pipeline.ParameterType;
import io.github.binnacle.model.value.Value;
import io.github.binnacle.ui.form.FormField;
import io.github.binnacle.ui.form.FormField.Look;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ParameterFieldsTest {
    private static ComponentInputsSpec inputs(ParameterType type, @Nullable Value start) {
        ParameterSpec spec = new ParameterSpec(type, start, false, "", List.of());
        return new ComponentInputsSpec(Map.of(), Map.of("p", spec));
    }

    private static FormField field(ParameterType type, @Nullable Value start) {
        return ParameterFields.of(inputs(type, start)).getFirst();
    }

    private static String problem(ParameterType type, String text) {
        return field(type, null).check().apply(text).orElse("");
    }

    @Test
    void requiresWhatHasNoDefault() {
        assertThat(field(ParameterType.STRING, null).isRequired()).isTrue();
        assertThat(field(ParameterType.STRING, Value.of("x")).isRequired()).isFalse();
    }

    @Test
    void choosesTheEditorByType() {
        assertThat(field(ParameterType.STRING, Value.of("x")).look()).isEqualTo(Look.TEXT);
        assertThat(field(ParameterType.STRING, Value.of("x\ny")).look()).isEqualTo(Look.PARAGRAPH);
        assertThat(field(ParameterType.LIST, null).look()).isEqualTo(Look.CODE);
        assertThat(field(ParameterType.BOOLEAN, Value.of(true)).look()).isEqualTo(Look.SWITCH);
        assertThat(field(ParameterType.BOOLEAN, null).look()).isEqualTo(Look.CHOICE);
        assertThat(field(ParameterType.NUMBER_INTEGER, null).look()).isEqualTo(Look.LINE);
    }

    @Test
    void saysWhatIsNotOfItsType() {
        assertThat(problem(ParameterType.NUMBER_INTEGER, "1.5")).contains("whole number");
        assertThat(problem(ParameterType.NUMBER_INTEGER, "15")).isEmpty();
        assertThat(problem(ParameterType.NUMBER_DOUBLE, "x")).contains("number");
        assertThat(problem(ParameterType.NUMBER_DOUBLE, "1e-3")).isEmpty();
        assertThat(problem(ParameterType.LIST, "{\"a\": 1}")).contains("JSON list");
        assertThat(problem(ParameterType.STRUCT, "[1]"))
                .contains("JSON object, such as {\"a\": 1}");
        assertThat(problem(ParameterType.STRUCT, "{\"a\": ")).isNotEmpty();
    }

    @Test
    void makesValuesOfTexts() {
        assertThat(value(ParameterType.NUMBER_INTEGER, "15")).isEqualTo(Value.of(15));
        assertThat(value(ParameterType.NUMBER_DOUBLE, "0.1")).isEqualTo(Value.of(0.1));
        assertThat(value(ParameterType.BOOLEAN, "true")).isEqualTo(Value.of(true));
        assertThat(value(ParameterType.LIST, "[1, 2]"))
                .isEqualTo(Value.of(List.of(Value.of(1), Value.of(2))));
        assertThat(value(ParameterType.STRING, "15")).isEqualTo(Value.of("15"));
    }

    private static Value value(ParameterType type, String text) {
        return ParameterFields.values(inputs(type, null), Map.of("p", text)).get("p");
    }
}
