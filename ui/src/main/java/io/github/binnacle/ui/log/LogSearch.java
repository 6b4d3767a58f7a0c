package io.github.binnacle.ui.log;

import java.util.List;
import java.util.Locale;

/** Finds text in lines, without regard to case. */
final class LogSearch {
    private LogSearch() {}

    /**
     * Finds the next matching line, going round at the end.
     *
     * @param by 1 or -1
     * @return index of the line; -1 if none matches
     */
    static int next(List<LogLine> lines, String sought, int from, int by) {
        for (int i = 1; i <= lines.size(); i++) {
            int at = Math.floorMod(from + by * i, lines.size());
            if (matches(lines.get(at), sought)) {
                return at;
            }
        }
        return -1;
    }

    static long count(List<LogLine> lines, String sought) {
        return sought.isEmpty() ? 0 : lines.stream().filter(line -> matches(line, sought)).count();
    }

    private static boolean matches(LogLine line, String sought) {
        return line.text().toLowerCase(Locale.ROOT).contains(sought.toLowerCase(Locale.ROOT));
    }
}
