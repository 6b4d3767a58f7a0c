package io.github.binnacle.localengine.capacity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Kubernetes quantities such as {@code 500m}, {@code 2Gi} or {@code 1e3}. */
public final class Quantities {
    private static final Pattern QUANTITY =
            Pattern.compile(
                    "([0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:([eE][+-]?[0-9]{1,3})|([a-zA-Z]*))");

    private static final Map<String, BigDecimal> UNITS =
            Map.ofEntries(
                    Map.entry("n", new BigDecimal("1e-9")),
                    Map.entry("u", new BigDecimal("1e-6")),
                    Map.entry("m", new BigDecimal("1e-3")),
                    Map.entry("", BigDecimal.ONE),
                    Map.entry("k", new BigDecimal("1e3")),
                    Map.entry("K", new BigDecimal("1e3")),
                    Map.entry("M", new BigDecimal("1e6")),
                    Map.entry("G", new BigDecimal("1e9")),
                    Map.entry("T", new BigDecimal("1e12")),
                    Map.entry("P", new BigDecimal("1e15")),
                    Map.entry("E", new BigDecimal("1e18")),
                    Map.entry("Ki", BigDecimal.valueOf(1L << 10)),
                    Map.entry("Mi", BigDecimal.valueOf(1L << 20)),
                    Map.entry("Gi", BigDecimal.valueOf(1L << 30)),
                    Map.entry("Ti", BigDecimal.valueOf(1L << 40)),
                    Map.entry("Pi", BigDecimal.valueOf(1L << 50)),
                    Map.entry("Ei", BigDecimal.valueOf(1L << 60)));

    private Quantities() {}

    /** Reads a quantity in thousandths, rounded up; empty if it is none. */
    public static Optional<Long> thousandths(String text) {
        return read(text).map(value -> whole(value.movePointRight(3)));
    }

    /** Reads a quantity in units, rounded up; empty if it is none. */
    public static Optional<Long> units(String text) {
        return read(text).map(Quantities::whole);
    }

    private static Optional<BigDecimal> read(String text) {
        Matcher matcher = QUANTITY.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        if (matcher.group(2) != null) {
            return Optional.of(new BigDecimal(matcher.group(1) + matcher.group(2)));
        }
        return Optional.ofNullable(UNITS.get(matcher.group(3)))
                .map(unit -> new BigDecimal(matcher.group(1)).multiply(unit));
    }

    private static long whole(BigDecimal value) {
        return value.setScale(0, RoundingMode.CEILING)
                .min(BigDecimal.valueOf(Long.MAX_VALUE))
                .longValue();
    }
}
