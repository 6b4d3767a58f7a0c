package io.github.binnacle.model.codec;

import io.github.binnacle.model.value.Value;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Prints values as JSON; integral numbers are printed as integers, as Python components expect. */
public final class JsonText {
    private static final int LONGEST_INTEGER = 400;

    private final StringBuilder out = new StringBuilder();
    private final boolean isPretty;

    private JsonText(boolean isPretty) {
        this.isPretty = isPretty;
    }

    /** Prints on one line without spaces. */
    public static String compact(Value value) {
        JsonText printer = new JsonText(false);
        printer.print(value, 0);
        return printer.out.toString();
    }

    /** Prints over several lines, indented by two. */
    public static String pretty(Value value) {
        JsonText printer = new JsonText(true);
        printer.print(value, 0);
        return printer.out.toString();
    }

    /** Prints a number: integral ones without a point. */
    public static String number(Value.Num number) {
        boolean isShort =
                number.isIntegral()
                        && number.value().precision() - number.value().scale() < LONGEST_INTEGER;
        return isShort ? number.value().toPlainString() : number.value().toString();
    }

    private void print(Value value, int depth) {
        switch (value) {
            case Value.Null _ -> out.append("null");
            case Value.Bool(boolean flag) -> out.append(flag);
            case Value.Num number -> out.append(number(number));
            case Value.Text(String text) -> quote(text);
            case Value.Items(List<Value> values) -> printItems(values, depth);
            case Value.Struct(Map<String, Value> fields) -> printFields(fields, depth);
        }
    }

    private void printItems(List<Value> values, int depth) {
        out.append('[');
        for (Iterator<Value> it = values.iterator(); it.hasNext(); ) {
            newLine(depth + 1);
            print(it.next(), depth + 1);
            out.append(it.hasNext() ? "," : "");
        }
        if (!values.isEmpty()) {
            newLine(depth);
        }
        out.append(']');
    }

    private void printFields(Map<String, Value> fields, int depth) {
        out.append('{');
        for (Iterator<Map.Entry<String, Value>> it = fields.entrySet().iterator(); it.hasNext(); ) {
            Map.Entry<String, Value> field = it.next();
            newLine(depth + 1);
            quote(field.getKey());
            out.append(isPretty ? ": " : ":");
            print(field.getValue(), depth + 1);
            out.append(it.hasNext() ? "," : "");
        }
        if (!fields.isEmpty()) {
            newLine(depth);
        }
        out.append('}');
    }

    private void newLine(int depth) {
        if (isPretty) {
            out.append('\n').append("  ".repeat(depth));
        }
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            switch (unit) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (unit < 0x20
                            || unit == 0x7F
                            || Character.isSurrogate(unit) && isLone(text, i)) {
                        out.append(String.format("\\u%04x", (int) unit));
                    } else {
                        out.append(unit);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean isLone(String text, int i) {
        char unit = text.charAt(i);
        return Character.isHighSurrogate(unit)
                ? i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }
}
