package io.github.binnacle.ui.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.binnacle.ui.theme.Typeface;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextStyleTest {
    private static final TextStyle STYLE = new TextStyle(Typeface.REGULAR, 12);

    @ParameterizedTest
    @EnumSource
    void measuresAsTheDesktopDoes(Typeface typeface) throws Exception {
        String text = "Load & split 0123456789 ≥ Größe …";
        Font font;
        try (InputStream in = typeface.open()) {
            font = Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(1000f);
        }
        FontRenderContext context = new FontRenderContext(null, true, true);

        double width = new TextStyle(typeface, 1000).width(text);

        assertThat(width).isCloseTo(font.getStringBounds(text, context).getWidth(), within(30.0));
    }

    @Test
    void givesDigitsOneWidth() {
        assertThat(STYLE.width("111")).isCloseTo(STYLE.width("848"), within(1e-9));
    }

    @Test
    void shortensWhatIsTooLong() {
        String fitted = STYLE.fit("A title that does not fit", 80);

        assertThat(fitted).startsWith("A title").endsWith("…");
        assertThat(STYLE.width(fitted)).isLessThanOrEqualTo(80);
    }

    @Test
    void keepsWhatFits() {
        assertThat(STYLE.fit("Short", 80)).isEqualTo("Short");
    }

    @Test
    void doesNotCutACharacterInHalf() {
        String fitted = STYLE.fit("𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜𝒜", 40);

        assertThat(fitted.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff)).isTrue();
    }
}
