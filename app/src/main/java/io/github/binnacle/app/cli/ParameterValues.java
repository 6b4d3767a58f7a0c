package io.github.binnacle.app.cli;

import io.github.binnacle.model.codec.JsonReader;
import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.codec.SyntaxException;
import io.github.binnacle.model.codec.YamlReader;
import io.github.binnacle.model.document.DocumentNode;
import io.github.binnacle.model.pipeline.ComponentSpec.ComponentInputsSpec.ParameterSpec;
import io.github.binnacle.model.pipeline.ParameterType;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns what the user wrote into values of the types that the pipeline declares. */
final class ParameterValues {
    private final Map<String, ParameterSpec> declared;
    private final Map<String, Value> values = new LinkedHashMap<>();

    ParameterValues(Map<String, ParameterSpec> declared) {
        this.declared = declared;
    }

    Map<String, Value> values() {
        return values;
    }

    /** Takes a JSON or YAML file with one mapping of names to values. */
    void addFile(Path file) throws ParameterMistake {
        for (Map.Entry<String, Value> entry : mapping(file).fields().entrySet()) {
            String name = entry.getKey();
            values.put(name, fitting(name, entry.getValue(), type(name)));
        }
    }

    private static Value.Struct mapping(Path file) throws ParameterMistake {
        try {
            List<DocumentNode> parts = YamlReader.read(Files.readString(file));
            if (parts.size() == 1 && parts.getFirst().value() instanceof Value.Struct mapping) {
                return mapping;
            }
            throw new ParameterMistake(
                    file
                            + " holds no mapping of parameter names to values. Write \"name: value\","
                            + " one a line, or a JSON object.");
        } catch (SyntaxException e) {
            throw new ParameterMistake(
                    file + ":" + e.range().line() + ": not valid YAML or JSON. Correct it there.");
        } catch (IOException e) {
            throw new ParameterMistake(
                    "The parameter file "
                            + file
                            + " cannot be read. Check its name and your"
                            + " rights.");
        }
    }

    /** Takes one value as it was typed. */
    void add(String name, String text) throws ParameterMistake {
        values.put(name, typed(name, text, type(name)));
    }

    private ParameterType type(String name) throws ParameterMistake {
        ParameterSpec spec = declared.get(name);
        if (spec == null) {
            throw new ParameterMistake(
                    "The pipeline has no parameter \""
                            + name
                            + "\". "
                            + (declared.isEmpty()
                                    ? "It takes none."
                                    : "It takes " + String.join(", ", declared.keySet()) + "."));
        }
        return spec.parameterType();
    }

    /** A file says text for a number only by mistake, or because quotes do not matter to it. */
    private static Value fitting(String name, Value value, ParameterType type)
            throws ParameterMistake {
        return switch (value) {
            case Value.Text(String text) -> typed(name, text, type);
            case Value.Num number when type == ParameterType.STRING ->
                    Value.of(JsonText.number(number));
            case Value.Null _ -> value;
            default -> {
                if (!isOf(value, type)) {
                    throw mistake(name, type, JsonText.compact(value));
                }
                yield value;
            }
        };
    }

    private static Value typed(String name, String text, ParameterType type)
            throws ParameterMistake {
        return switch (type) {
            case STRING, PARAMETER_TYPE_ENUM_UNSPECIFIED, TASK_FINAL_STATUS, TASK_CONFIG ->
                    Value.of(text);
            case BOOLEAN ->
                    switch (text.strip().toLowerCase(Locale.ROOT)) {
                        case "true" -> Value.of(true);
                        case "false" -> Value.of(false);
                        default -> throw mistake(name, type, text);
                    };
            case NUMBER_INTEGER, NUMBER_DOUBLE ->
                    number(text)
                            .filter(value -> isOf(value, type))
                            .orElseThrow(() -> mistake(name, type, text));
            case LIST, STRUCT ->
                    json(text)
                            .filter(value -> isOf(value, type))
                            .orElseThrow(() -> mistake(name, type, text));
        };
    }

    private static boolean isOf(Value value, ParameterType type) {
        return switch (type) {
            case NUMBER_INTEGER -> value instanceof Value.Num number && number.isIntegral();
            case NUMBER_DOUBLE -> value instanceof Value.Num;
            case BOOLEAN -> value instanceof Value.Bool;
            case STRING -> value instanceof Value.Text;
            case LIST -> value instanceof Value.Items;
            case STRUCT -> value instanceof Value.Struct;
            case PARAMETER_TYPE_ENUM_UNSPECIFIED, TASK_FINAL_STATUS, TASK_CONFIG -> true;
        };
    }

    private static Optional<Value> number(String text) {
        try {
            return Optional.of(new Value.Num(new BigDecimal(text.strip())));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Value> json(String text) {
        try {
            return Optional.of(JsonReader.parse(text));
        } catch (SyntaxException e) {
            return Optional.empty();
        }
    }

    private static ParameterMistake mistake(String name, ParameterType type, String found) {
        return new ParameterMistake(
                "The parameter \""
                        + name
                        + "\" takes "
                        + TypeWords.of(type)
                        + ", not \""
                        + found
                        + "\". Write it like "
                        + name
                        + "="
                        + TypeWords.example(type)
                        + ".");
    }
}
