package io.github.binnacle.model.codec;

import java.util.regex.Pattern;

/**
 * Lets snakeyaml-engine read {@code \L} and {@code \P}, which it does not know: PyYAML writes them
 * for the line and the paragraph separator in double quotes.
 *
 * <p>While the text is read, two private characters stand for each, so that all places stay right.
 */
final class SeparatorEscapes {
    private static final Pattern ESCAPE = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*+)\\\\([LP])");
    private static final String MARK = "\uF8B5";
    private static final String LINE = MARK + "L";
    private static final String PARAGRAPH = MARK + "P";

    private SeparatorEscapes() {}

    /** Returns a text of the same length in which the marks stand for the escapes. */
    static String hide(String text) {
        boolean isNeeded = text.contains("\\L") || text.contains("\\P");
        return isNeeded && !text.contains(MARK)
                ? ESCAPE.matcher(text).replaceAll("$1" + MARK + "$2")
                : text;
    }

    /** Returns what a scalar with marks in it means. */
    static String show(String value, boolean isDoubleQuoted) {
        if (!value.contains(MARK)) {
            return value;
        }
        return isDoubleQuoted
                ? value.replace(LINE, "\u2028").replace(PARAGRAPH, "\u2029")
                : value.replace(LINE, "\\L").replace(PARAGRAPH, "\\P");
    }
}
