package io.github.binnacle.model.codec;

import io.github.binnacle.model.value.Value;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes values as YAML, in blocks or in flow style. What it writes reads back as equal values. */
public final class YamlWriter {
    private final YamlLayout layout;
    private final StringBuilder out = new StringBuilder();

    private YamlWriter(YamlLayout layout) {
        this.layout = layout;
    }

    /** Writes a whole YAML document, with a line break at its end. */
    public static String document(Value value, YamlLayout layout) {
        return block(value, 0, layout) + layout.lineBreak();
    }

    /**
     * Writes a value whose first line is already indented.
     *
     * @param column where its lines begin, from 0
     */
    public static String block(Value value, int column, YamlLayout layout) {
        YamlWriter writer = new YamlWriter(layout);
        switch (value) {
            case Value.Struct(Map<String, Value> fields) when !fields.isEmpty() ->
                    writer.mapping(fields, column);
            case Value.Items(List<Value> items) when !items.isEmpty() ->
                    writer.sequence(items, column);
            default -> writer.scalar(value, column);
        }
        return writer.out.toString();
    }

    /** Writes {@code key: value} as it stands in a block mapping. */
    public static String entry(String key, Value value, int column, YamlLayout layout) {
        return key(key, ' ') + ":" + afterKey(value, column, layout);
    }

    /**
     * Writes what follows the colon of a key: a space and a scalar, or a block on the next lines.
     *
     * @param column where the key begins, from 0
     */
    public static String afterKey(Value value, int column, YamlLayout layout) {
        YamlWriter writer = new YamlWriter(layout);
        writer.entryValue(value, column);
        return writer.out.toString();
    }

    /** Writes what follows the dash of a list item, a space first. */
    public static String afterDash(Value value, int column, YamlLayout layout) {
        return " " + block(value, column + 2, layout);
    }

    /** Writes a value on one line, as it may stand between braces. */
    public static String flow(Value value) {
        YamlWriter writer = new YamlWriter(YamlLayout.KFP);
        writer.inFlow(value);
        return writer.out.toString();
    }

    /**
     * Writes a key or other text on one line.
     *
     * @param quote how it should be quoted, if it can: {@code '}, {@code "}, or a space for plain
     */
    public static String key(String text, char quote) {
        return YamlScalarText.text(text, quote);
    }

    private void mapping(Map<String, Value> fields, int column) {
        for (Iterator<Map.Entry<String, Value>> it = fields.entrySet().iterator(); it.hasNext(); ) {
            Map.Entry<String, Value> field = it.next();
            out.append(key(field.getKey(), ' ')).append(':');
            entryValue(field.getValue(), column);
            if (it.hasNext()) {
                newLine(column);
            }
        }
    }

    private void entryValue(Value value, int column) {
        switch (value) {
            case Value.Struct(Map<String, Value> fields) when !fields.isEmpty() -> {
                newLine(column + layout.indent());
                mapping(fields, column + layout.indent());
            }
            case Value.Items(List<Value> items) when !items.isEmpty() -> {
                int dashes = column + (layout.isSequenceIndented() ? layout.indent() : 0);
                newLine(dashes);
                sequence(items, dashes);
            }
            default -> {
                out.append(' ');
                scalar(value, column + layout.indent());
            }
        }
    }

    private void sequence(List<Value> items, int column) {
        for (Iterator<Value> it = items.iterator(); it.hasNext(); ) {
            out.append("- ");
            switch (it.next()) {
                case Value.Struct(Map<String, Value> fields) when !fields.isEmpty() ->
                        mapping(fields, column + 2);
                case Value.Items(List<Value> inner) when !inner.isEmpty() ->
                        sequence(inner, column + 2);
                case Value other -> scalar(other, column + 2);
            }
            if (it.hasNext()) {
                newLine(column);
            }
        }
    }

    private void scalar(Value value, int column) {
        switch (value) {
            case Value.Struct _ -> out.append("{}");
            case Value.Items _ -> out.append("[]");
            case Value.Text(String text) when YamlScalarText.isBlock(text) ->
                    out.append(
                            YamlScalarText.block(
                                    text, column, layout.indent(), layout.lineBreak()));
            default -> out.append(YamlScalarText.inline(value));
        }
    }

    private void inFlow(Value value) {
        switch (value) {
            case Value.Struct(Map<String, Value> fields) -> {
                out.append('{');
                String comma = "";
                for (Map.Entry<String, Value> field : fields.entrySet()) {
                    out.append(comma).append(key(field.getKey(), ' ')).append(": ");
                    inFlow(field.getValue());
                    comma = ", ";
                }
                out.append('}');
            }
            case Value.Items(List<Value> items) -> {
                out.append('[');
                String comma = "";
                for (Value item : items) {
                    out.append(comma);
                    inFlow(item);
                    comma = ", ";
                }
                out.append(']');
            }
            default -> out.append(YamlScalarText.inline(value));
        }
    }

    private void newLine(int column) {
        out.append(layout.lineBreak()).append(" ".repeat(column));
    }
}
