package io.github.binnacle.ui.log;

import io.github.binnacle.ui.log.LogLine.Span;
import io.github.binnacle.ui.text.SafeText;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes what a program printed safe to show: the eight colours of terminals become style classes,
 * every other escape, control and bidirectional character is taken out.
 */
final class AnsiText {
    /** Longest line that is kept; what is beyond is counted. */
    static final int LONGEST = 10_000;

    private static final String[] COLOURS = {
        "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"
    };

    private final List<Span> spans = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();
    private final String line;
    private String style = "";
    private int at;

    private AnsiText(String line) {
        this.line = line;
    }

    static List<Span> parse(String line) {
        String kept = line.length() <= LONGEST ? line : line.substring(0, LONGEST);
        List<Span> spans = new AnsiText(kept).spans();
        if (kept.length() < line.length()) {
            spans.add(
                    new Span(" … " + (line.length() - LONGEST) + " more characters", "ansi-faint"));
        }
        return spans;
    }

    private List<Span> spans() {
        while (at < line.length()) {
            char next = line.charAt(at);
            if (next == '\u001b') {
                escape();
            } else {
                if (isShown(next)) {
                    plain.append(next == '\t' ? "    " : next);
                }
                at++;
            }
        }
        flush();
        return spans;
    }

    private static boolean isShown(char next) {
        return next == '\t' || SafeText.isHarmless(next);
    }

    private void escape() {
        char kind = at + 1 < line.length() ? line.charAt(at + 1) : ' ';
        if (kind == '[') {
            controlSequence();
        } else if (kind == ']' || kind == 'P' || kind == '_' || kind == '^' || kind == 'X') {
            skipString();
        } else {
            at += 2;
        }
    }

    private void controlSequence() {
        int end = at + 2;
        while (end < line.length() && (line.charAt(end) < '@' || line.charAt(end) > '~')) {
            end++;
        }
        if (end < line.length() && line.charAt(end) == 'm') {
            flush();
            for (String code : line.substring(at + 2, end).split(";", -1)) {
                colour(code);
            }
        }
        at = end + 1;
    }

    private void skipString() {
        int bell = line.indexOf('\u0007', at);
        int end = line.indexOf("\u001b\\", at + 2);
        if (bell < 0 && end < 0) {
            at = line.length();
        } else if (end < 0 || bell >= 0 && bell < end) {
            at = bell + 1;
        } else {
            at = end + 2;
        }
    }

    private void colour(String code) {
        int number = code.length() == 2 && Character.isDigit(code.charAt(0)) ? number(code) : -1;
        if (number >= 30 && number <= 37 || number >= 90 && number <= 97) {
            style = "ansi-" + COLOURS[number % 10];
        } else if (code.isEmpty() || code.equals("0") || number == 39) {
            style = "";
        } else if (code.equals("1")) {
            style = style.isEmpty() ? "ansi-bold" : style;
        }
    }

    private static int number(String code) {
        return Character.isDigit(code.charAt(1)) ? Integer.parseInt(code) : -1;
    }

    private void flush() {
        if (!plain.isEmpty()) {
            spans.add(new Span(plain.toString(), style));
            plain.setLength(0);
        }
    }
}
