package io.github.binnacle.ui.log;

import io.github.binnacle.ui.log.LogLine.Span;
import io.github.binnacle.ui.log.LogText.Stretch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a bounded part of a log: as a rule its end, earlier stretches when they are asked for.
 *
 * <p>Immutable: every reading makes a new window, so a job may read while another is shown.
 *
 * @param lines complete lines, and at last the one being written
 * @param fromByte where the first line begins
 * @param nextByte where to read on
 * @param rest raw text of the unfinished line at the end; empty if the last line is complete
 */
public record LogWindow(List<LogLine> lines, long fromByte, long nextByte, String rest) {
    /** Bytes read at once. */
    static final int STRETCH = 256 * 1024;

    private static final int MOST_STRETCHES = 8;

    /** Most lines kept; a log beyond that is read again where the user looks. */
    static final int MOST_LINES = 50_000;

    public static final LogWindow EMPTY = new LogWindow(List.of(), 0, 0, "");

    public LogWindow {
        lines = List.copyOf(lines);
    }

    /** Reads the last stretch of a log. */
    static LogWindow end(LogText log) throws IOException {
        long from = Math.max(0, log.size() - STRETCH);
        LogWindow start = new LogWindow(List.of(), from, from, "");
        LogWindow read = start.grown(log);
        return from == 0 ? read : read.withoutFirstLine();
    }

    /** Says whether the log has text before this window. */
    public boolean hasEarlier() {
        return fromByte > 0;
    }

    /**
     * Reads what has been added since; the same window if nothing was.
     *
     * @param isFollowing whether the end matters most: then a log that grows faster than it can be
     *     read is read at its end, and old lines give way to new
     */
    LogWindow latest(LogText log, boolean isFollowing) throws IOException {
        if (!isFollowing && lines.size() >= MOST_LINES) {
            return this;
        }
        if (isFollowing && log.size() - nextByte > (long) MOST_STRETCHES * STRETCH) {
            return end(log);
        }
        LogWindow window = this;
        for (int i = 0; i < MOST_STRETCHES; i++) {
            LogWindow longer = window.grown(log);
            if (longer == window) {
                break;
            }
            window = longer;
        }
        return window;
    }

    /** Reads one stretch more at the end; the same window if there is nothing more. */
    LogWindow grown(LogText log) throws IOException {
        Stretch stretch = log.read(nextByte, STRETCH);
        if (stretch.text().isEmpty()) {
            return this;
        }
        List<LogLine> more =
                new ArrayList<>(rest.isEmpty() ? lines : lines.subList(0, lines.size() - 1));
        long at = nextByte - bytes(rest);
        String text = rest + stretch.text();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            more.add(line(at, text.substring(start, end)));
            at += bytes(text.substring(start, end)) + 1;
            start = end + 1;
        }
        String unfinished = text.substring(start);
        if (!unfinished.isEmpty()) {
            more.add(line(at, unfinished));
        }
        return new LogWindow(more, fromByte, stretch.nextByte(), shortened(unfinished))
                .withoutFirst(more.size() - MOST_LINES);
    }

    /** Reads the stretch before this window, giving up what is at the end if there is too much. */
    LogWindow withEarlier(LogText log) throws IOException {
        long from = Math.max(0, fromByte - STRETCH);
        Stretch stretch = log.read(from, (int) (fromByte - from));
        LogWindow before = new LogWindow(List.of(), from, from, "");
        LogWindow earlier = before.grown((FixedText) () -> stretch);
        earlier = from == 0 ? earlier : earlier.withoutFirstLine();
        List<LogLine> joined = new ArrayList<>(earlier.lines);
        joined.addAll(lines);
        if (joined.size() <= MOST_LINES) {
            return new LogWindow(joined, earlier.fromByte, nextByte, rest);
        }
        long end = joined.get(MOST_LINES).fromByte();
        return new LogWindow(joined.subList(0, MOST_LINES), earlier.fromByte, end, "");
    }

    private interface FixedText extends LogText {
        Stretch stretch();

        @Override
        default long size() {
            return stretch().nextByte();
        }

        @Override
        default Stretch read(long fromByte, int mostBytes) {
            return stretch();
        }
    }

    private LogWindow withoutFirstLine() {
        return lines.size() < 2 ? this : withoutFirst(1);
    }

    private LogWindow withoutFirst(int count) {
        return count <= 0
                ? this
                : new LogWindow(
                        lines.subList(count, lines.size()),
                        lines.get(count).fromByte(),
                        nextByte,
                        rest);
    }

    private static LogLine line(long at, String text) {
        String shown = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        int redrawn = shown.lastIndexOf('\r');
        List<Span> spans = AnsiText.parse(redrawn < 0 ? shown : shown.substring(redrawn + 1));
        return new LogLine(at, spans);
    }

    /** A line without end must not grow without bound either. */
    private static String shortened(String unfinished) {
        return unfinished.length() <= 2 * AnsiText.LONGEST
                ? unfinished
                : unfinished.substring(0, 2 * AnsiText.LONGEST);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
