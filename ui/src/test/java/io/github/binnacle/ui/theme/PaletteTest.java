package io.github.binnacle.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {
    private static final double READABLE = 4.5;

    @ParameterizedTest
    @CsvSource({
        "LIGHT, CANVAS, #f3f5f8",
        "DARK, CANVAS, #0a0d13",
        "LIGHT, ACCENT, #0969da",
        "DARK, ACCENT, #58a6ff",
        "LIGHT, SUCCESS_EMPHASIS, #1a7f37"
    })
    void readsColoursFromTheStylesheets(Appearance appearance, Token token, String colour) {
        assertThat(Palette.of(appearance).of(token)).isEqualTo(Colour.of(colour));
    }

    @ParameterizedTest
    @EnumSource
    void keepsTextReadable(Appearance appearance) {
        Palette palette = Palette.of(appearance);

        for (Token ground : new Token[] {Token.NODE, Token.BACKGROUND, Token.CHROME}) {
            assertThat(contrast(palette, Token.TEXT, ground)).isGreaterThan(READABLE);
            assertThat(contrast(palette, Token.TEXT_MUTED, ground)).isGreaterThan(READABLE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsPortsVisibleOnNodes(Appearance appearance) {
        Palette palette = Palette.of(appearance);

        for (Token token : Token.values()) {
            if (token.name().startsWith("TYPE_") || token.name().startsWith("SERIES_")) {
                assertThat(contrast(palette, token, Token.NODE)).isGreaterThan(READABLE);
            }
        }
    }

    /** WCAG 2.2, contrast ratio. */
    private static double contrast(Palette palette, Token one, Token other) {
        double a = luminance(palette.of(one));
        double b = luminance(palette.of(other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Colour colour) {
        return 0.2126 * linear(colour.argb() >> 16)
                + 0.7152 * linear(colour.argb() >> 8)
                + 0.0722 * linear(colour.argb());
    }

    private static double linear(int channel) {
        double value = (channel & 0xff) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
