package io.github.binnacle.localengine.run;

import io.github.binnacle.model.codec.JsonReader;
import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.codec.SyntaxException;
import io.github.binnacle.model.pipeline.ComponentSpec;
import io.github.binnacle.model.pipeline.ComponentSpec.ComponentInputsSpec.ParameterSpec;
import io.github.binnacle.model.pipeline.ParameterType;
import io.github.binnacle.model.value.Value;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Brings parameters to their declared types, as KFP's driver does. */
final class ParameterConversion {
    private ParameterConversion() {}

    /**
     * Converts a value to the type that a component declares for an input; undeclared inputs stay
     * as they are.
     *
     * @throws TaskFailure if it cannot be converted or is not one of the values allowed
     */
    static Value toDeclared(ComponentSpec component, String input, Value value) throws TaskFailure {
        ParameterSpec declared = component.inputDefinitions().parameters().get(input);
        if (declared == null || value instanceof Value.Null) {
            return value;
        }
        Optional<Value> converted = to(declared.parameterType(), value);
        if (converted.isEmpty()) {
            throw TaskFailure.of(
                    "run.input-type",
                    Map.of(
                            "input", input,
                            "type", declared.parameterType().name(),
                            "found", Shortened.value(value)));
        }
        checkLiterals(declared, input, converted.get());
        return converted.get();
    }

    private static void checkLiterals(ParameterSpec declared, String input, Value value)
            throws TaskFailure {
        if (!declared.literals().isEmpty() && !declared.literals().contains(value)) {
            throw TaskFailure.of(
                    "run.input-literal",
                    Map.of(
                            "input", input,
                            "found", Shortened.value(value),
                            "allowed", JsonText.compact(Value.of(declared.literals()))));
        }
    }

    /** Converts a value; empty if it is nothing of the type. */
    static Optional<Value> to(ParameterType type, Value value) {
        return switch (type) {
            case STRING -> Optional.of(text(value));
            case NUMBER_INTEGER ->
                    number(value).filter(Value.Num::isIntegral).map(Value.class::cast);
            case NUMBER_DOUBLE -> number(value).map(Value.class::cast);
            case BOOLEAN -> bool(value);
            case LIST -> parsed(value).filter(Value.Items.class::isInstance);
            case STRUCT -> parsed(value).filter(Value.Struct.class::isInstance);
            case TASK_FINAL_STATUS, TASK_CONFIG, PARAMETER_TYPE_ENUM_UNSPECIFIED ->
                    Optional.of(value);
        };
    }

    private static Value text(Value value) {
        return value instanceof Value.Text ? value : Value.of(JsonText.compact(value));
    }

    private static Optional<Value.Num> number(Value value) {
        return switch (value) {
            case Value.Num number -> Optional.of(number);
            case Value.Text(String text) -> parseNumber(text.strip());
            default -> Optional.empty();
        };
    }

    private static Optional<Value.Num> parseNumber(String text) {
        try {
            return text.length() > 1000
                    ? Optional.empty()
                    : Optional.of(new Value.Num(new BigDecimal(text)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Value> bool(Value value) {
        return switch (value) {
            case Value.Bool flag -> Optional.of(flag);
            case Value.Text(String text) ->
                    switch (text.strip().toLowerCase(Locale.ROOT)) {
                        case "true" -> Optional.of(Value.of(true));
                        case "false" -> Optional.of(Value.of(false));
                        default -> Optional.empty();
                    };
            default -> Optional.empty();
        };
    }

    private static Optional<Value> parsed(Value value) {
        if (!(value instanceof Value.Text(String text))) {
            return Optional.of(value);
        }
        try {
            return Optional.of(JsonReader.parse(text));
        } catch (SyntaxException e) {
            return Optional.empty();
        }
    }
}
