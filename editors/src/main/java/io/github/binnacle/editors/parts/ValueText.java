package io.github.binnacle.editors.parts;

import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.value.Value;
import io.github.binnacle.ui.text.SafeText;

/** Writes values as people edit and read them: text as it is, everything else as JSON. */
public final class ValueText {
    private static final int SHORT = 80;

    private ValueText() {}

    public static String of(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Items _, Value.Struct _ -> {
                String compact = JsonText.compact(value);
                yield compact.length() <= SHORT ? compact : JsonText.pretty(value);
            }
            case Value.Null _, Value.Bool _, Value.Num _ -> JsonText.compact(value);
        };
    }

    /** Writes a value in one line, cut where it is long. */
    public static String brief(Value value) {
        String text = value instanceof Value.Text(String raw) ? raw : JsonText.compact(value);
        String line = SafeText.marked(text.replace('\n', ' '));
        return line.length() <= SHORT ? line : line.substring(0, SHORT - 1) + "…";
    }
}
