package io.github.binnacle.model.placeholder;

import io.github.binnacle.model.codec.JsonReader;
import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.codec.SyntaxException;
import io.github.binnacle.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds and replaces placeholders, the struct placeholders Concat and IfPresent included. */
public final class Placeholders {
    private static final Pattern STRUCT_START =
            Pattern.compile("\\s*\\{\\s*\"(Concat|IfPresent)\"");

    private Placeholders() {}

    /**
     * Replaces the placeholders of a command or its arguments.
     *
     * <p>An element that is a struct placeholder may become no element or several.
     */
    public static List<String> resolveCommand(List<String> command, PlaceholderValues values)
            throws PlaceholderException {
        List<String> resolved = new ArrayList<>();
        for (String element : command) {
            Optional<Value.Struct> struct = structPlaceholder(element);
            if (struct.isPresent()) {
                resolved.addAll(StructPlaceholders.resolve(struct.get(), values));
            } else {
                resolved.add(resolveText(element, values));
            }
        }
        return resolved;
    }

    /** Replaces every placeholder of a text. */
    public static String resolveText(String text, PlaceholderValues values)
            throws PlaceholderException {
        if (!text.contains("{{$")) {
            return text;
        }
        Matcher matcher = Placeholder.PATTERN.matcher(text);
        StringBuilder resolved = new StringBuilder();
        while (matcher.find()) {
            String value =
                    PlaceholderTexts.of(Placeholder.of(matcher.group(2)), matcher.group(), values);
            boolean isEscaped = matcher.group(1) != null || matcher.group(3) != null;
            matcher.appendReplacement(
                    resolved, Matcher.quoteReplacement(isEscaped ? jsonEscape(value) : value));
        }
        return matcher.appendTail(resolved).toString();
    }

    /** Replaces the placeholders in the texts of a constant. */
    public static Value resolveConstant(Value constant, PlaceholderValues values)
            throws PlaceholderException {
        return switch (constant) {
            case Value.Text(String text) -> Value.of(resolveText(text, values));
            case Value.Items(List<Value> items) -> {
                List<Value> resolved = new ArrayList<>();
                for (Value item : items) {
                    resolved.add(resolveConstant(item, values));
                }
                yield Value.of(resolved);
            }
            case Value.Struct(Map<String, Value> fields) -> {
                Map<String, Value> resolved = new LinkedHashMap<>();
                for (Map.Entry<String, Value> field : fields.entrySet()) {
                    resolved.put(
                            resolveText(field.getKey(), values),
                            resolveConstant(field.getValue(), values));
                }
                yield Value.of(resolved);
            }
            case Value.Null _, Value.Bool _, Value.Num _ -> constant;
        };
    }

    /** Returns every placeholder of a text, struct placeholders looked into. */
    public static List<Placeholder> in(String text) {
        List<Placeholder> found = new ArrayList<>();
        Matcher matcher = Placeholder.PATTERN.matcher(text);
        while (matcher.find()) {
            found.add(Placeholder.of(matcher.group(2)));
        }
        return found;
    }

    /** Returns the inputs whose presence the struct placeholder of an element asks for. */
    public static List<String> conditionalInputs(String element) {
        List<String> inputs = new ArrayList<>();
        structPlaceholder(element)
                .ifPresent(struct -> StructPlaceholders.addConditions(struct, inputs));
        return inputs;
    }

    /** Says whether an element begins as a struct placeholder but cannot be read as one. */
    public static boolean looksLikeBrokenStruct(String element) {
        return STRUCT_START.matcher(element).lookingAt() && structPlaceholder(element).isEmpty();
    }

    /** Reads an element as a struct placeholder, if it is one. */
    static Optional<Value.Struct> structPlaceholder(String element) {
        String start = element.stripLeading();
        if (!start.startsWith("{")
                || !(start.contains("\"Concat\"") || start.contains("\"IfPresent\""))) {
            return Optional.empty();
        }
        try {
            return JsonReader.parse(element) instanceof Value.Struct struct
                            && isStructPlaceholder(struct)
                    ? Optional.of(struct)
                    : Optional.empty();
        } catch (SyntaxException e) {
            return Optional.empty();
        }
    }

    static boolean isStructPlaceholder(Value.Struct struct) {
        return struct.fields().keySet().equals(Set.of("Concat"))
                || struct.fields().keySet().equals(Set.of("IfPresent"));
    }

    private static String jsonEscape(String text) {
        String quoted = JsonText.compact(Value.of(text));
        return quoted.substring(1, quoted.length() - 1);
    }
}
