package io.github.binnacle.model.cel;

import dev.cel.common.values.NullValue;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns values into those of CEL and back; numbers are doubles there. */
final class CelValues {
    private CelValues() {}

    static Object toCel(Value value) {
        return switch (value) {
            case Value.Null _ -> NullValue.NULL_VALUE;
            case Value.Bool(boolean flag) -> flag;
            case Value.Num number -> number.toDouble();
            case Value.Text(String text) -> text;
            case Value.Items(List<Value> values) -> values.stream().map(CelValues::toCel).toList();
            case Value.Struct(Map<String, Value> fields) -> {
                Map<String, Object> map = new LinkedHashMap<>();
                fields.forEach((name, field) -> map.put(name, toCel(field)));
                yield map;
            }
        };
    }

    static Object toCel(RuntimeArtifact artifact) {
        return Map.of(
                "name", artifact.name(),
                "uri", artifact.uri(),
                "type", Map.of("schema_title", artifact.type().schemaTitle()),
                "metadata", toCel(artifact.metadata()));
    }

    static Value fromCel(Object value) throws CelException {
        return switch (value) {
            case NullValue _ -> Value.NULL;
            case Boolean flag -> Value.of(flag);
            case Long number -> Value.of(number);
            case Double number when Double.isFinite(number) -> Value.of(number);
            case Double number ->
                    throw new CelException("A selector gave " + number + ", no number.", null);
            case Number number -> new Value.Num(new BigDecimal(number.toString()));
            case String text -> Value.of(text);
            case List<?> list -> items(list);
            case Map<?, ?> map -> struct(map);
            default ->
                    throw new CelException(
                            "A selector gave a value of no JSON type: " + value, null);
        };
    }

    private static Value items(List<?> list) throws CelException {
        List<Value> values = new ArrayList<>();
        for (Object item : list) {
            values.add(fromCel(item));
        }
        return Value.of(values);
    }

    private static Value struct(Map<?, ?> map) throws CelException {
        Map<String, Value> fields = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            fields.put(String.valueOf(entry.getKey()), fromCel(entry.getValue()));
        }
        return Value.of(fields);
    }
}
