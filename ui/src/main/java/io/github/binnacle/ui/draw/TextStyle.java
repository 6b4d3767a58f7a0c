package io.github.binnacle.ui.draw;

import io.github.binnacle.ui.theme.Typeface;

/**
 * A font at a size.
 *
 * @param size in px
 */
public record TextStyle(Typeface typeface, double size) {
    /** The width of a text in px, the same on every computer. */
    public double width(String text) {
        return TrueTypeFont.of(typeface).width(text) * size;
    }

    /** The words that fit into the first of several lines; at least one. */
    public String firstLine(String text, double width) {
        int end = text.length();
        while (width(text.substring(0, end)) > width) {
            int space = text.lastIndexOf(' ', end - 1);
            if (space <= 0) {
                return text.substring(0, end);
            }
            end = space;
        }
        return text.substring(0, end);
    }

    /** Shortens a text with an ellipsis so that it fits. */
    public String fit(String text, double width) {
        if (width(text) <= width) {
            return text;
        }
        double room = width - width("…");
        int end = 0;
        double used = 0;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            used += TrueTypeFont.of(typeface).advance(codePoint) * size;
            if (used > room) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return text.substring(0, end).stripTrailing() + "…";
    }
}
