package io.github.binnacle.ui.code;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Highlights YAML: keys, quoted text, words and numbers, comments, and block scalars.
 *
 * <p>States: 0 between values; 1 and 2 within double and single quotes; 3 and more within a block
 * scalar whose owner is indented by the state minus 3.
 */
final class YamlHighlighting implements Highlighting {
    private static final byte DOUBLE_QUOTED = 1;
    private static final byte SINGLE_QUOTED = 2;
    private static final int BLOCK = 3;
    private static final int DEEPEST = Byte.MAX_VALUE - BLOCK;

    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?<comment>(?<=^|\\s)#.*)"
                            + "|(?<key>\"(?:[^\"\\\\]|\\\\.)*\"(?=\\s*:(?:\\s|$))"
                            + "|'(?:[^']|'')*'(?=\\s*:(?:\\s|$))"
                            + "|[^\\s\"'#\\[\\]{},:&*!|>-][^\\s#\\[\\]{},:]*(?=\\s*:(?:\\s|$)))"
                            + "|(?<double>\"(?:[^\"\\\\]|\\\\.)*(?:\"|\\\\?$))"
                            + "|(?<single>(?<=^|[\\s\\[{,])'(?:[^']|'')*(?:'|$))"
                            + "|(?<mark>(?<=\\s)[|>][+-]?\\d?(?=\\s*(?:#|$))|(?<=\\s)[&*!]\\S+)"
                            + "|(?<word>(?<=[\\s\\[,])(?:true|false|null|~|[-+]?\\d[\\d_.]*(?:[eE][-+]?\\d+)?)"
                            + "(?=\\s*(?:[,\\]}#]|$)))");
    private static final Pattern OPENS_BLOCK =
            Pattern.compile("(?:^|[\\s:-])[|>][+-]?\\d?[+-]?\\s*(?:#.*)?$");

    @Override
    public byte after(String line, byte mode) {
        if (mode == DOUBLE_QUOTED || mode == SINGLE_QUOTED) {
            int end = endOfQuote(line, mode);
            return end < 0 ? mode : unclosed(line, end);
        }
        if (isInBlock(line, mode)) {
            return mode;
        }
        if (OPENS_BLOCK.matcher(line).find() && !line.stripLeading().startsWith("#")) {
            return (byte) (BLOCK + Math.min(DEEPEST, indent(line)));
        }
        return unclosed(line, 0);
    }

    @Override
    public List<Span> spans(String line, byte mode) {
        if (mode == DOUBLE_QUOTED || mode == SINGLE_QUOTED) {
            int end = endOfQuote(line, mode);
            List<Span> spans = new ArrayList<>();
            spans.add(new Span(0, end < 0 ? line.length() : end, "code-string"));
            return end < 0 ? spans : tokens(line, end, spans);
        }
        if (isInBlock(line, mode)) {
            return List.of(new Span(0, line.length(), "code-string"));
        }
        return tokens(line, 0, new ArrayList<>());
    }

    private static boolean isInBlock(String line, byte mode) {
        return mode >= BLOCK && (line.isBlank() || indent(line) > mode - BLOCK);
    }

    private static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }

    private static int endOfQuote(String line, byte mode) {
        char quote = mode == DOUBLE_QUOTED ? '"' : '\'';
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\\' && mode == DOUBLE_QUOTED) {
                i++;
            } else if (line.charAt(i) == quote) {
                return i + 1;
            }
        }
        return -1;
    }

    /** Finds a quote that is open at the end of the line. */
    private static byte unclosed(String line, int from) {
        Matcher matcher = TOKEN.matcher(line);
        for (int at = from; matcher.find(at); at = Math.max(matcher.end(), at + 1)) {
            if (matcher.group("comment") != null) {
                return 0;
            }
            if (isOpen(matcher.group("double"), '"')) {
                return DOUBLE_QUOTED;
            }
            if (isOpen(matcher.group("single"), '\'')) {
                return SINGLE_QUOTED;
            }
            if (matcher.end() >= line.length()) {
                break;
            }
        }
        return 0;
    }

    private static boolean isOpen(String token, char quote) {
        if (token == null
                || token.length() > 1
                        && token.charAt(token.length() - 1) == quote
                        && endOfQuote(
                                        token.substring(1),
                                        quote == '"' ? DOUBLE_QUOTED : SINGLE_QUOTED)
                                >= 0) {
            return false;
        }
        return true;
    }

    private static List<Span> tokens(String line, int from, List<Span> spans) {
        Matcher matcher = TOKEN.matcher(line);
        int at = from;
        while (at < line.length() && matcher.find(at)) {
            if (matcher.end() > matcher.start()) {
                spans.add(new Span(matcher.start(), matcher.end(), style(matcher)));
            }
            at = Math.max(matcher.end(), at + 1);
        }
        return spans;
    }

    private static String style(Matcher matcher) {
        if (matcher.group("comment") != null) {
            return "code-comment";
        }
        if (matcher.group("key") != null) {
            return "code-key";
        }
        return matcher.group("double") != null || matcher.group("single") != null
                ? "code-string"
                : "code-keyword";
    }
}
