package io.github.binnacle.ui.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes durations, sizes and times, in one way everywhere. */
public final class Figures {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.ENGLISH);
    private static final int SIGNIFICANT = 6;
    private static final String[] UNITS = {"kB", "MB", "GB", "TB", "PB"};

    private Figures() {}

    /** Writes {@code 40 ms}, {@code 1.4 s}, {@code 12 s}, {@code 6 m 12 s}, {@code 3 h 5 m}. */
    public static String duration(Duration duration) {
        long millis = Math.max(0, duration.toMillis());
        long seconds = millis / 1000;
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 10_000) {
            return String.format(Locale.ENGLISH, "%.1f s", millis / 1000.0);
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? seconds / 60 + " m " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds / 60 % 60 + " m";
    }

    /** Writes a size in decimal units: {@code 512 B}, {@code 4.2 MB}. */
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double size = bytes;
        int unit = -1;
        while (size >= 999.5 && unit < UNITS.length - 1) {
            size /= 1000;
            unit++;
        }
        String pattern = size < 9.95 ? "%.1f %s" : "%.0f %s";
        return String.format(Locale.ENGLISH, pattern, size, UNITS[unit]);
    }

    /** Writes a number to six significant digits at most; whole numbers in full. */
    public static String number(BigDecimal number) {
        BigDecimal shown =
                number.scale() <= 0 ? number : number.round(new MathContext(SIGNIFICANT));
        BigDecimal plain = shown.stripTrailingZeros();
        boolean isFar = plain.precision() - plain.scale() < -4;
        return isFar ? plain.toString() : plain.toPlainString();
    }

    /** Writes a moment as people say it: {@code today 09:20}, {@code yesterday}, {@code 3 Mar}. */
    public static String moment(Instant moment, Instant now, ZoneId zone) {
        ZonedDateTime time = moment.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        if (time.toLocalDate().equals(today)) {
            return "today " + CLOCK.format(time);
        }
        if (time.toLocalDate().equals(today.minusDays(1))) {
            return "yesterday " + CLOCK.format(time);
        }
        return DAY.format(time);
    }

    /** Writes the full date and time, for tooltips. */
    public static String exact(Instant moment, ZoneId zone) {
        return EXACT.format(moment.atZone(zone));
    }
}
