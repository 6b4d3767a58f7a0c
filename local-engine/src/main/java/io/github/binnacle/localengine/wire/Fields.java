package io.github.binnacle.localengine.wire;

import io.github.binnacle.model.value.Value;
import java.util.List;

/** Reads fields of messages; what is missing or of another type is empty. */
public final class Fields {
    private Fields() {}

    public static String text(Value.Struct message, String name) {
        return message.field(name).orElse(Value.NULL) instanceof Value.Text(String text)
                ? text
                : "";
    }

    public static boolean flag(Value.Struct message, String name) {
        return message.field(name).orElse(Value.NULL) instanceof Value.Bool(boolean flag) && flag;
    }

    public static long number(Value.Struct message, String name) {
        return message.field(name).orElse(Value.NULL) instanceof Value.Num number
                ? number.value().longValue()
                : 0;
    }

    public static Value.Struct struct(Value.Struct message, String name) {
        return message.field(name).orElse(Value.NULL) instanceof Value.Struct struct
                ? struct
                : Value.Struct.EMPTY;
    }

    public static List<Value> items(Value.Struct message, String name) {
        return message.field(name).orElse(Value.NULL) instanceof Value.Items(List<Value> values)
                ? values
                : List.of();
    }

    /** Reads a list of texts, leaving out what is no text. */
    public static List<String> texts(Value.Struct message, String name) {
        return items(message, name).stream()
                .filter(Value.Text.class::isInstance)
                .map(value -> ((Value.Text) value).value())
                .toList();
    }

    static Value texts(List<String> texts) {
        return Value.of(texts.stream().map(Value::of).toList());
    }
}
