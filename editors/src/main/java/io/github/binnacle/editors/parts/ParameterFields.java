package io.github.binnacle.editors.parts;

import io.github.binnacle.model.codec.JsonReader;
import io.github.binnacle.model.codec.SyntaxException;
import io.github.binnacle.model.pipeline.ComponentSpec.ComponentInputsSpec;
import io.github.binnacle.model.pipeline.ComponentSpec.ComponentInputsSpec.ParameterSpec;
import io.github.binnacle.model.pipeline.ParameterType;
import io.github.binnacle.model.problem.ProblemText;
import io.github.binnacle.model.value.Value;
import io.github.binnacle.ui.form.FormField;
import io.github.binnacle.ui.form.FormField.Look;
import io.github.binnacle.ui.text.Texts;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes the form of a pipeline's parameters, and values of what was typed into it. */
public final class ParameterFields {
    private static final Texts TEXTS = Texts.of(ParameterFields.class);
    private static final Pattern WHOLE = Pattern.compile("[-+]?\\d{1,18}");

    private ParameterFields() {}

    /** Describes one field per parameter, in the order of the file. */
    public static List<FormField> of(ComponentInputsSpec inputs) {
        return inputs.parameters().entrySet().stream()
                .map(entry -> field(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * Reads the texts of a valid form.
     *
     * @param texts by parameter; those left out take their defaults
     */
    public static Map<String, Value> values(ComponentInputsSpec inputs, Map<String, String> texts) {
        Map<String, Value> values = new LinkedHashMap<>();
        texts.forEach((name, text) -> {
            ParameterSpec spec = inputs.parameters().get(name);
            if (spec != null) {
                values.put(name, value(spec, text));
            }
        });
        return values;
    }

    private static FormField field(String name, ParameterSpec spec) {
        Value defaultValue = spec.defaultValue();
        boolean hasDefault = defaultValue != null && !defaultValue.equals(Value.NULL);
        return new FormField(
                name,
                name,
                TypeLook.word(spec.parameterType()),
                spec.description(),
                look(spec, defaultValue),
                hasDefault && defaultValue != null ? ValueText.of(defaultValue) : "",
                hasDefault,
                !spec.isOptional() && defaultValue == null,
                choices(spec),
                text -> problem(spec, text));
    }

    private static Look look(ParameterSpec spec, @Nullable Value defaultValue) {
        if (!choices(spec).isEmpty()) {
            return spec.parameterType() == ParameterType.BOOLEAN
                            && defaultValue instanceof Value.Bool
                    ? Look.SWITCH
                    : Look.CHOICE;
        }
        return switch (spec.parameterType()) {
            case LIST, STRUCT -> Look.CODE;
            case STRING ->
                    defaultValue instanceof Value.Text(String text) && text.contains("\n")
                            ? Look.PARAGRAPH
                            : Look.TEXT;
            default -> Look.LINE;
        };
    }

    private static List<String> choices(ParameterSpec spec) {
        if (spec.parameterType() == ParameterType.BOOLEAN) {
            return List.of("true", "false");
        }
        return spec.literals().stream().map(ValueText::of).toList();
    }

    private static Optional<String> problem(ParameterSpec spec, String text) {
        return switch (spec.parameterType()) {
            case NUMBER_INTEGER ->
                    WHOLE.matcher(text.strip()).matches()
                            ? Optional.empty()
                            : Optional.of(TEXTS.get("field.not-whole"));
            case NUMBER_DOUBLE ->
                    isNumber(text) ? Optional.empty() : Optional.of(TEXTS.get("field.not-number"));
            case LIST, STRUCT -> structureProblem(spec.parameterType(), text);
            default -> Optional.empty();
        };
    }

    private static boolean isNumber(String text) {
        try {
            return new BigDecimal(text.strip()).precision() > 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static Optional<String> structureProblem(ParameterType type, String text) {
        try {
            Value value = JsonReader.parse(text);
            boolean fits =
                    type == ParameterType.LIST
                            ? value instanceof Value.Items
                            : value instanceof Value.Struct;
            String sentence =
                    type == ParameterType.LIST
                            ? TEXTS.get("field.not-list")
                            : TEXTS.get("field.not-dict", "sample", "{\"a\": 1}");
            return fits ? Optional.empty() : Optional.of(sentence);
        } catch (SyntaxException e) {
            return Optional.of(ProblemText.of(e.code(), e.arguments()));
        }
    }

    private static Value value(ParameterSpec spec, String text) {
        return switch (spec.parameterType()) {
            case NUMBER_INTEGER, NUMBER_DOUBLE -> new Value.Num(new BigDecimal(text.strip()));
            case BOOLEAN -> Value.of(Boolean.parseBoolean(text));
            case LIST, STRUCT -> structure(text);
            default -> Value.of(text);
        };
    }

    private static Value structure(String text) {
        try {
            return JsonReader.parse(text);
        } catch (SyntaxException e) {
            throw new IllegalArgumentException("The form was not valid: " + text, e);
        }
    }
}
