package io.github.binnacle.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers, times and sizes for people. */
final class Words {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String[] SIZES = {"bytes", "KB", "MB", "GB", "TB"};

    private Words() {}

    /** Returns {@code 1 error}, {@code 2 errors}. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** Returns {@code 40 ms}, {@code 1.2 s}, {@code 2 m 05 s} or {@code 3 h 20 m}. */
    static String duration(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
        }
        return duration.toHours() == 0
                ? String.format("%d m %02d s", duration.toMinutes(), duration.toSecondsPart())
                : String.format("%d h %02d m", duration.toHours(), duration.toMinutesPart());
    }

    /** Returns how long something took; empty if it has not begun or not ended. */
    static String between(@Nullable Instant start, @Nullable Instant end) {
        return start == null || end == null ? "" : duration(Duration.between(start, end));
    }

    /** Returns {@code 512 bytes}, {@code 12 KB}, {@code 3.4 MB}; empty if the size is not known. */
    static String size(long bytes) {
        if (bytes < 0) {
            return "";
        }
        if (bytes == 1) {
            return "1 byte";
        }
        double size = bytes;
        int unit = 0;
        while (size >= 1_000 && unit < SIZES.length - 1) {
            size /= 1_000;
            unit++;
        }
        String format = unit > 0 && size < 10 ? "%.1f %s" : "%.0f %s";
        return String.format(Locale.ROOT, format, size, SIZES[unit]);
    }

    /** Returns date and time of day here, to the minute. */
    static String time(@Nullable Instant instant) {
        return instant == null ? "" : TIME.format(instant.atZone(ZoneId.systemDefault()));
    }
}
