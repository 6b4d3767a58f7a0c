package io.github.binnacle.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.ui.log.LogLine.Span;
import org.junit.jupiter.api.Test;

class AnsiTextTest {
    private static String plain(String line) {
        return new LogLine(0, AnsiText.parse(line)).text();
    }

    @Test
    void keepsColoursAsStyleClasses() {
        assertThat(AnsiText.parse("a \u001b[31mred\u001b[0m b"))
                .containsExactly(
                        new Span("a ", ""), new Span("red", "ansi-red"), new Span(" b", ""));
    }

    @Test
    void takesOutEveryOtherEscape() {
        assertThat(plain("\u001b[2J\u001b[1;1Hx\u001b]0;title\u0007y\u001b]8;;http://a\u001b\\z"))
                .isEqualTo("xyz");
    }

    @Test
    void takesOutControlAndBidirectionalCharacters() {
        assertThat(plain("a\u0000\u0008b\u202ec\u2066d\u200ee\ufefff\tg")).isEqualTo("abcdef    g");
    }

    @Test
    void survivesAnEscapeThatIsCutOff() {
        assertThat(plain("a\u001b")).isEqualTo("a");
        assertThat(plain("a\u001b[31")).isEqualTo("a");
        assertThat(plain("a\u001b]title without end")).isEqualTo("a");
    }

    @Test
    void cutsALineThatIsTooLongAndSaysSo() {
        String shown = plain("x".repeat(AnsiText.LONGEST + 7));

        assertThat(shown).hasSizeLessThan(AnsiText.LONGEST + 40).endsWith("7 more characters");
    }
}
