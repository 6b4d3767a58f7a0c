package io.github.binnacle.model.placeholder;

import io.github.binnacle.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves {@code {"Concat": …}} and {@code {"IfPresent": …}}, which may hold each other. */
final class StructPlaceholders {
    private StructPlaceholders() {}

    /** Returns the arguments that a struct placeholder stands for: none, one or several. */
    static List<String> resolve(Value.Struct placeholder, PlaceholderValues values)
            throws PlaceholderException {
        Optional<Value> concat = placeholder.field("Concat");
        if (concat.isPresent()) {
            return List.of(String.join("", all(concat.get(), values)));
        }
        return placeholder.field("IfPresent").orElseThrow() instanceof Value.Struct condition
                ? ifPresent(condition, values)
                : List.of();
    }

    private static List<String> ifPresent(Value.Struct condition, PlaceholderValues values)
            throws PlaceholderException {
        String input = condition.field("InputName").map(PlaceholderTexts::text).orElse("");
        boolean isPresent =
                values.inputParameter(input)
                                .filter(value -> !(value instanceof Value.Null))
                                .isPresent()
                        || !values.inputArtifacts(input).isEmpty();
        Optional<Value> chosen = condition.field(isPresent ? "Then" : "Else");
        return chosen.isPresent() ? all(chosen.get(), values) : List.of();
    }

    /** Adds the names of inputs that a placeholder, or one inside it, asks for. */
    static void addConditions(Value value, List<String> inputs) {
        switch (value) {
            case Value.Items(List<Value> items) ->
                    items.forEach(item -> addConditions(item, inputs));
            case Value.Struct(Map<String, Value> fields) -> {
                if (fields.get("InputName") instanceof Value.Text(String name)) {
                    inputs.add(name);
                }
                fields.values().forEach(field -> addConditions(field, inputs));
            }
            case Value.Null _, Value.Bool _, Value.Num _, Value.Text _ -> {}
        }
    }

    private static List<String> all(Value value, PlaceholderValues values)
            throws PlaceholderException {
        return switch (value) {
            case Value.Items(List<Value> items) -> {
                List<String> resolved = new ArrayList<>();
                for (Value item : items) {
                    resolved.addAll(all(item, values));
                }
                yield resolved;
            }
            case Value.Struct struct when Placeholders.isStructPlaceholder(struct) ->
                    resolve(struct, values);
            case Value.Null _ -> List.of();
            default -> List.of(Placeholders.resolveText(PlaceholderTexts.text(value), values));
        };
    }
}
