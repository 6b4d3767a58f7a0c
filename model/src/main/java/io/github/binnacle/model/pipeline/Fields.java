package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Gathers the fields of a message, those with their default value being left out. */
final class Fields {
    private final Map<String, Value> fields = new LinkedHashMap<>();

    Fields put(String name, Value value) {
        fields.put(name, value);
        return this;
    }

    Fields text(String name, String text) {
        return text.isEmpty() ? this : put(name, Value.of(text));
    }

    Fields flag(String name, boolean flag) {
        return flag ? put(name, Value.of(true)) : this;
    }

    Fields struct(String name, Value.Struct struct) {
        return struct.fields().isEmpty() ? this : put(name, struct);
    }

    Fields fields(String name, Fields inner) {
        return inner.isEmpty() ? this : put(name, inner.struct());
    }

    <T> Fields list(String name, List<T> items, Function<T, Value> writer) {
        return items.isEmpty() ? this : put(name, Value.of(items.stream().map(writer).toList()));
    }

    Fields texts(String name, List<String> texts) {
        return list(name, texts, Value::of);
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    Value.Struct struct() {
        return Value.of(fields);
    }
}
