package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.codec.JsonReader;
import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.codec.SyntaxException;
import io.github.binnacle.model.value.Value;
import java.util.List;
import java.util.stream.Collectors;

/** Says which constants fit which parameter types. */
final class Constants {
    private static final int LONGEST_SHOWN = 60;
    private static final int MOST_SHOWN = 12;

    private Constants() {}

    /**
     * Says whether a constant may be given to a parameter: if it is of its type, or KFP's driver
     * makes it so. Texts with placeholders fit everything.
     */
    static boolean fits(Value value, ParameterType type) {
        if (value instanceof Value.Text(String text) && text.contains("{{$")) {
            return true;
        }
        return switch (type) {
            case STRING, PARAMETER_TYPE_ENUM_UNSPECIFIED -> true;
            case NUMBER_INTEGER -> meant(value) instanceof Value.Num number && number.isIntegral();
            case NUMBER_DOUBLE -> meant(value) instanceof Value.Num;
            case BOOLEAN -> isFlag(value);
            case LIST -> meant(value) instanceof Value.Items;
            case STRUCT, TASK_FINAL_STATUS, TASK_CONFIG -> meant(value) instanceof Value.Struct;
        };
    }

    private static boolean isFlag(Value value) {
        return value instanceof Value.Bool
                || value instanceof Value.Text(String text)
                        && (text.strip().equalsIgnoreCase("true")
                                || text.strip().equalsIgnoreCase("false"));
    }

    /** Reads a text as the JSON that it may be. */
    private static Value meant(Value value) {
        if (!(value instanceof Value.Text(String text))) {
            return value;
        }
        try {
            return JsonReader.parse(text.strip());
        } catch (SyntaxException e) {
            return value;
        }
    }

    /** Shows a value in a sentence, shortened. */
    static String describe(Value value) {
        return shorten(JsonText.compact(value));
    }

    /** Shows a text in a sentence, shortened. */
    static String shorten(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN - 1) + "…";
    }

    /** Shows names that lead back to the first one. */
    static String circle(List<String> names) {
        String shown = names.stream().limit(MOST_SHOWN).collect(Collectors.joining(" → "));
        return shown + (names.size() > MOST_SHOWN ? " → … → " : " → ") + names.getFirst();
    }

    /** Shows some values in a sentence. */
    static String list(List<Value> values) {
        String shown =
                values.stream()
                        .limit(MOST_SHOWN)
                        .map(Constants::describe)
                        .collect(Collectors.joining(", "));
        return values.size() > MOST_SHOWN ? shown + ", …" : shown;
    }
}
