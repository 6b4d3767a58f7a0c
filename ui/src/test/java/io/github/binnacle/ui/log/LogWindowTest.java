package io.github.binnacle.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogWindowTest {
    private final GrowingText log = new GrowingText();

    /** A log in memory that grows when told to. */
    private static final class GrowingText implements LogText {
        private final StringBuilder text = new StringBuilder();

        void print(String more) {
            text.append(more);
        }

        private byte[] bytes() {
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public long size() {
            return bytes().length;
        }

        @Override
        public Stretch read(long fromByte, int mostBytes) {
            byte[] all = bytes();
            int from = (int) Math.min(fromByte, all.length);
            int to = (int) Math.min((long) from + mostBytes, all.length);
            return new Stretch(new String(all, from, to - from, StandardCharsets.UTF_8), to);
        }
    }

    private static List<String> texts(LogWindow window) {
        return window.lines().stream().map(LogLine::text).toList();
    }

    @Test
    void completesALineThatArrivesInParts() throws IOException {
        log.print("one\ntw");
        LogWindow before = LogWindow.end(log);
        log.print("o\nthree");

        LogWindow after = before.latest(log, true);

        assertThat(texts(before)).containsExactly("one", "tw");
        assertThat(texts(after)).containsExactly("one", "two", "three");
    }

    @Test
    void keepsTheSameWindowWhileNothingIsAdded() throws IOException {
        log.print("one\n");
        LogWindow window = LogWindow.end(log);

        assertThat(window.latest(log, true)).isSameAs(window);
    }

    @Test
    void beginsNearTheEndOfALongLogAndReadsEarlierLinesWhenAsked() throws IOException {
        for (int i = 0; i < 60_000; i++) {
            log.print("line " + i + "\n");
        }
        LogWindow end = LogWindow.end(log);

        LogWindow earlier = end.withEarlier(log);

        assertThat(end.hasEarlier()).isTrue();
        assertThat(texts(end)).last().isEqualTo("line 59999");
        assertThat(earlier.lines().size()).isGreaterThan(end.lines().size());
        int first = Integer.parseInt(texts(earlier).getFirst().substring(5));
        assertThat(texts(earlier).get(100)).isEqualTo("line " + (first + 100));
    }

    @Test
    void givesUpOldLinesForNewOnesWithinItsBounds() throws IOException {
        LogWindow window = LogWindow.end(log);
        for (int round = 0; round < 12; round++) {
            log.print("some line\n".repeat(10_000));
            window = window.latest(log, true);
        }

        assertThat(window.lines()).hasSizeLessThanOrEqualTo(LogWindow.MOST_LINES);
        assertThat(window.hasEarlier()).isTrue();
    }

    @Test
    void leavesTheWindowAloneWhenTheUserReadsUpThereAndItIsFull() throws IOException {
        log.print("x\n".repeat(LogWindow.MOST_LINES + 5));
        LogWindow window = LogWindow.end(log).withEarlier(log);
        log.print("more\n");

        assertThat(window.lines()).hasSize(LogWindow.MOST_LINES);
        assertThat(window.latest(log, false)).isSameAs(window);
    }

    @Test
    void boundsALineWithoutEnd() throws IOException {
        LogWindow window = LogWindow.end(log);
        for (int round = 0; round < 8; round++) {
            log.print("y".repeat(200_000));
            window = window.latest(log, true);
        }

        assertThat(window.rest().length()).isLessThanOrEqualTo(2 * AnsiText.LONGEST);
        assertThat(texts(window).getLast().length()).isLessThan(AnsiText.LONGEST + 40);
    }

    @Test
    void showsOnlyWhatALineWasRedrawnTo() throws IOException {
        log.print("10 %\r50 %\r100 %\ndone\r\n");

        assertThat(texts(LogWindow.end(log))).containsExactly("100 %", "done");
    }
}
