package io.github.binnacle.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");

    @Test
    void writesDurationsInTheTwoUnitsThatMatter() {
        assertThat(Figures.duration(Duration.ofMillis(420))).isEqualTo("420 ms");
        assertThat(Figures.duration(Duration.ofMillis(1420))).isEqualTo("1.4 s");
        assertThat(Figures.duration(Duration.ofSeconds(12))).isEqualTo("12 s");
        assertThat(Figures.duration(Duration.ofSeconds(372))).isEqualTo("6 m 12 s");
        assertThat(Figures.duration(Duration.ofMinutes(185))).isEqualTo("3 h 5 m");
        assertThat(Figures.duration(Duration.ofSeconds(-1))).isEqualTo("0 ms");
    }

    @Test
    void writesSizes() {
        assertThat(Figures.bytes(512)).isEqualTo("512 B");
        assertThat(Figures.bytes(4_200_000)).isEqualTo("4.2 MB");
        assertThat(Figures.bytes(999_700)).isEqualTo("1.0 MB");
        assertThat(Figures.bytes(48_000)).isEqualTo("48 kB");
    }

    @Test
    void writesNumbersToTheDigitsThatMatter() {
        assertThat(Figures.number(new BigDecimal("0.9902912621359223"))).isEqualTo("0.990291");
        assertThat(Figures.number(new BigDecimal("1234567"))).isEqualTo("1234567");
        assertThat(Figures.number(new BigDecimal("1E+3"))).isEqualTo("1000");
        assertThat(Figures.number(new BigDecimal("0.00000012345678"))).isEqualTo("1.23457E-7");
        assertThat(Figures.number(new BigDecimal("0.500"))).isEqualTo("0.5");
    }

    @Test
    void writesMomentsAsPeopleSayThem() {
        assertThat(Figures.moment(NOW.minusSeconds(3600), NOW, ZoneOffset.UTC))
                .isEqualTo("today 11:00");
        assertThat(Figures.moment(NOW.minusSeconds(86_400), NOW, ZoneOffset.UTC))
                .isEqualTo("yesterday 12:00");
        assertThat(Figures.moment(NOW.minusSeconds(864_000), NOW, ZoneOffset.UTC))
                .isEqualTo("22 Feb");
    }
}
