package io.github.binnacle.ui.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** State of a form: the texts as they are now, and what is wrong with them. */
public final class FormModel {
    private final List<FieldModel> fields;
    private final BooleanBinding valid;

    /**
     * @param missing sentence for a required field that is empty
     */
    public FormModel(List<FormField> fields, Map<String, String> texts, String missing) {
        this.fields =
                fields.stream()
                        .map(field -> new FieldModel(field, start(field, texts), missing))
                        .toList();
        StringBinding[] errors =
                this.fields.stream().map(FieldModel::error).toArray(StringBinding[]::new);
        valid =
                Bindings.createBooleanBinding(
                        () -> this.fields.stream().allMatch(field -> field.error().get().isEmpty()),
                        errors);
    }

    private static String start(FormField field, Map<String, String> texts) {
        return texts.getOrDefault(field.name(), field.defaultText());
    }

    public List<FieldModel> fields() {
        return fields;
    }

    public BooleanBinding valid() {
        return valid;
    }

    /** Returns the texts of fields that were given something, by name. */
    public Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        for (FieldModel field : fields) {
            if (field.isGiven()) {
                given.put(field.description().name(), field.text().get());
            }
        }
        return given;
    }

    /** One field as it stands. */
    public static final class FieldModel {
        private final FormField description;
        private final StringProperty text;
        private final StringBinding error;
        private final BooleanBinding changed;

        FieldModel(FormField description, String start, String missing) {
            this.description = description;
            this.text = new SimpleStringProperty(start);
            this.error = Bindings.createStringBinding(() -> problem(missing), text);
            this.changed =
                    Bindings.createBooleanBinding(
                            () -> !text.get().equals(description.defaultText()), text);
        }

        private String problem(String missing) {
            if (!isGiven()) {
                return description.isRequired() && !description.hasDefault() ? missing : "";
            }
            return description.check().apply(text.get()).orElse("");
        }

        /** An empty text counts only where it is a value: in a text field with another default. */
        boolean isGiven() {
            boolean isText = description.look().isText();
            return !text.get().isEmpty() || isText && description.hasDefault() && changed.get();
        }

        public FormField description() {
            return description;
        }

        public StringProperty text() {
            return text;
        }

        /** What is wrong with the text; empty if nothing is. */
        public StringBinding error() {
            return error;
        }

        public BooleanBinding changed() {
            return changed;
        }

        public void reset() {
            text.set(description.defaultText());
        }
    }
}
