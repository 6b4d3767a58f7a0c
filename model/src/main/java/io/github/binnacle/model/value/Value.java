package io.github.binnacle.model.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds one JSON value: null, boolean, number, text, list or struct.
 *
 * <p>Numbers keep their exact decimal value, so integers stay integers and compare equal to doubles
 * of the same value. Structs keep the order of their keys but compare without it, as JSON does.
 */
public sealed interface Value {

    /** The JSON null. */
    Value NULL = new Null();

    /** The JSON null; use {@link #NULL}. */
    record Null() implements Value {}

    /** A JSON boolean. */
    record Bool(boolean value) implements Value {}

    /** A JSON number, without trailing zeros: 4, 4.0 and 4e0 are equal. */
    record Num(BigDecimal value) implements Value {
        public Num {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }

        /** Says whether the number has no fraction. */
        public boolean isIntegral() {
            return value.scale() <= 0;
        }

        public double toDouble() {
            return value.doubleValue();
        }
    }

    /** A JSON string. */
    record Text(String value) implements Value {}

    /** A JSON array. */
    record Items(List<Value> values) implements Value {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** A JSON object; iteration is in the order of the source. */
    record Struct(Map<String, Value> fields) implements Value {
        public static final Struct EMPTY = new Struct(Map.of());

        public Struct {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        public Optional<Value> field(String name) {
            return Optional.ofNullable(fields.get(name));
        }

        /** Returns this struct with one field added or replaced. */
        public Struct with(String name, Value value) {
            Map<String, Value> changed = new LinkedHashMap<>(fields);
            changed.put(name, value);
            return new Struct(changed);
        }
    }

    static Value of(boolean value) {
        return new Bool(value);
    }

    static Value of(long value) {
        return new Num(BigDecimal.valueOf(value));
    }

    /**
     * Wraps a finite double.
     *
     * @throws NumberFormatException if the value is infinite or not a number: JSON has no word for
     *     it
     */
    static Value of(double value) {
        return new Num(new BigDecimal(Double.toString(value)));
    }

    static Value of(String value) {
        return new Text(value);
    }

    static Value of(List<? extends Value> values) {
        return new Items(new ArrayList<>(values));
    }

    static Struct of(Map<String, ? extends Value> fields) {
        return new Struct(new LinkedHashMap<>(fields));
    }
}
