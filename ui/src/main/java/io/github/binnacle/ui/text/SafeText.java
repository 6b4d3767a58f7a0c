package io.github.binnacle.ui.text;

/**
 * Makes texts of others safe to show: what would turn the direction of writing, or control a
 * terminal, is neither obeyed nor hidden.
 */
public final class SafeText {
    private static final char MARK = '\ufffd';

    private SafeText() {}

    /** Puts a visible mark in the place of each such character; the length stays. */
    public static String marked(String text) {
        StringBuilder marked = null;
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (!isHarmless(next) && next != '\n' && next != '\t') {
                marked = marked == null ? new StringBuilder(text) : marked;
                marked.setCharAt(i, MARK);
            }
        }
        return marked == null ? text : marked.toString();
    }

    /** Says whether a character neither controls anything nor turns the direction of writing. */
    public static boolean isHarmless(char character) {
        boolean turnsDirection =
                character == '\u061c'
                        || character >= '\u200e' && character <= '\u200f'
                        || character >= '\u202a' && character <= '\u202e'
                        || character >= '\u2066' && character <= '\u2069';
        return !Character.isISOControl(character) && !turnsDirection && character != '\ufeff';
    }
}
