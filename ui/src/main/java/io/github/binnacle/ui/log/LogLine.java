package io.github.binnacle.ui.log;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One line as it may be shown: without escapes, control or bidirectional characters.
 *
 * @param fromByte where the line begins in the log
 */
public record LogLine(long fromByte, List<Span> spans) {
    public LogLine {
        spans = List.copyOf(spans);
    }

    /**
     * A stretch of one look.
     *
     * @param style style class such as {@code ansi-red}; empty for plain text
     */
    public record Span(String text, String style) {}

    public String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }

    /** How serious the line says it is, judged by the words that loggers use. */
    public Level level() {
        String head = text();
        head = head.length() > 200 ? head.substring(0, 200) : head;
        if (head.startsWith("Traceback (most recent call last)")
                || Words.ERROR.matcher(head).find()) {
            return Level.ERROR;
        }
        return Words.WARNING.matcher(head).find() ? Level.WARNING : Level.PLAIN;
    }

    /** What a line is marked as. */
    public enum Level {
        PLAIN,
        WARNING,
        ERROR
    }

    private static final class Words {
        static final Pattern ERROR =
                Pattern.compile("\\b(ERROR|CRITICAL|FATAL)\\b|^[\\w.]*(Error|Exception)(:|$)");
        static final Pattern WARNING = Pattern.compile("\\bWARN(ING)?\\b|\\b\\w*Warning:");
    }
}
