package io.github.binnacle.ui.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Highlights Python: keywords, text, comments, decorators.
 *
 * <p>States: 0 in code; 1 and 2 within triple double and triple single quotes.
 */
final class PythonHighlighting implements Highlighting {
    private static final String[] TRIPLE = {"", "\"\"\"", "'''"};
    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?<comment>#.*)"
                            + "|(?<string>[rbfuRBFU]{0,2}(?:\"(?:[^\"\\\\]|\\\\.)*\"?|'(?:[^'\\\\]|\\\\.)*'?))"
                            + "|(?<name>(?<=\\bdef |\\bclass )\\w+|^\\s*@[\\w.]+)"
                            + "|(?<word>\\b(?:and|as|assert|async|await|break|class|continue|def|del|elif|else"
                            + "|except|finally|for|from|global|if|import|in|is|lambda|None|nonlocal|not|or"
                            + "|pass|raise|return|True|False|try|while|with|yield)\\b|\\b\\d[\\w.]*\\b)");

    @Override
    public byte after(String line, byte mode) {
        byte now = mode;
        int at = 0;
        while (true) {
            if (now > 0) {
                int end = line.indexOf(TRIPLE[now], at);
                if (end < 0) {
                    return now;
                }
                at = end + 3;
                now = 0;
            } else {
                int opening = opening(line, at);
                if (opening < 0) {
                    return 0;
                }
                now = (byte) (line.charAt(opening) == '"' ? 1 : 2);
                at = opening + 3;
            }
        }
    }

    private static int opening(String line, int from) {
        int comment = line.indexOf('#', from);
        int twice = line.indexOf(TRIPLE[1], from);
        int once = line.indexOf(TRIPLE[2], from);
        int first = twice < 0 ? once : once < 0 ? twice : Math.min(twice, once);
        return comment >= 0 && comment < first ? -1 : first;
    }

    @Override
    public List<Span> spans(String line, byte mode) {
        List<Span> spans = new ArrayList<>();
        int at = 0;
        if (mode > 0) {
            int end = line.indexOf(TRIPLE[mode]);
            at = end < 0 ? line.length() : end + 3;
            spans.add(new Span(0, at, "code-string"));
        }
        int opening = opening(line, at);
        code(line, at, opening < 0 ? line.length() : opening, spans);
        if (opening >= 0) {
            spans.add(new Span(opening, line.length(), "code-string"));
        }
        return spans;
    }

    private static void code(String line, int from, int to, List<Span> spans) {
        Matcher matcher = TOKEN.matcher(line).region(from, to).useTransparentBounds(true);
        while (matcher.find()) {
            if (matcher.end() > matcher.start()) {
                spans.add(new Span(matcher.start(), matcher.end(), style(matcher)));
            }
        }
    }

    private static String style(Matcher matcher) {
        if (matcher.group("comment") != null) {
            return "code-comment";
        }
        if (matcher.group("string") != null) {
            return "code-string";
        }
        return matcher.group("name") != null ? "code-key" : "code-keyword";
    }
}
