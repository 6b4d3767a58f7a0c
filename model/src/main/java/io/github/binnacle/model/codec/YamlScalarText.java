package io.github.binnacle.model.codec;

import io.github.binnacle.model.value.Value;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes scalars so that YAML 1.1 and 1.2 read them alike. */
final class YamlScalarText {
    private static final Pattern PLAIN =
            Pattern.compile(
                    "[A-Za-z_/](?:[A-Za-z0-9_./+=@-]|:(?=[A-Za-z0-9/])| (?=[A-Za-z0-9_./+=@]))*");
    private static final Set<String> RESERVED =
            Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");
    private static final int LONGEST_PLAIN = 100;

    private YamlScalarText() {}

    /** Returns a scalar on one line: plain where that is safe, else in quotes. */
    static String inline(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text(text, ' ');
            case Value.Null _ -> "null";
            case Value.Bool(boolean flag) -> String.valueOf(flag);
            case Value.Num number -> JsonText.number(number);
            case Value.Items _, Value.Struct _ ->
                    throw new IllegalArgumentException("not a scalar: " + value);
        };
    }

    /**
     * Returns a text on one line.
     *
     * @param quote how it should be quoted, if it can: {@code '}, {@code "}, or a space for plain
     */
    static String text(String text, char quote) {
        if (quote == ' ' && isPlainSafe(text)) {
            return text;
        }
        return quote != '"' && isPrintableLine(text)
                ? "'" + text.replace("'", "''") + "'"
                : doubleQuoted(text);
    }

    private static boolean isPlainSafe(String text) {
        return text.length() <= LONGEST_PLAIN
                && PLAIN.matcher(text).matches()
                && !RESERVED.contains(text.toLowerCase(Locale.ROOT));
    }

    private static boolean isPrintableLine(String text) {
        return text.chars().allMatch(unit -> isPrintable((char) unit) && unit != '\t');
    }

    /** Says whether a character may stand in a YAML text as it is, for every reader. */
    private static boolean isPrintable(char unit) {
        return unit == '\t'
                || (unit >= 0x20 && unit <= 0x7E)
                || (unit >= 0xA0 && unit < 0x2028)
                || (unit > 0x2029 && unit < 0xD800)
                || (unit >= 0xE000 && unit < 0xFEFF)
                || (unit > 0xFEFF && unit < 0xFFF0);
    }

    private static String doubleQuoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            switch (unit) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    boolean isPair = isPairAt(text, i);
                    if (isPair || isPrintable(unit)) {
                        quoted.append(unit);
                    } else {
                        quoted.append(String.format("\\u%04x", (int) unit));
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    private static boolean isPairAt(String text, int i) {
        char unit = text.charAt(i);
        return Character.isHighSurrogate(unit)
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : Character.isLowSurrogate(unit)
                        && i > 0
                        && Character.isHighSurrogate(text.charAt(i - 1));
    }

    /** Says whether a text reads well as a literal block: several lines, all printable. */
    static boolean isBlock(String text) {
        return text.indexOf('\n') >= 0
                && !text.isBlank()
                && text.chars().allMatch(unit -> unit == '\n' || isPrintable((char) unit));
    }

    /** Returns a text as a literal block whose lines stand {@code column} deep. */
    static String block(String text, int column, int indent, String lineBreak) {
        String chomp = !text.endsWith("\n") ? "-" : text.endsWith("\n\n") ? "+" : "";
        String hint = text.startsWith(" ") || text.startsWith("\n") ? String.valueOf(indent) : "";
        StringBuilder block = new StringBuilder("|").append(hint).append(chomp);
        String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        for (String line : body.split("\n", -1)) {
            block.append(lineBreak);
            if (!line.isEmpty()) {
                block.append(" ".repeat(column)).append(line);
            }
        }
        return block.toString();
    }
}
