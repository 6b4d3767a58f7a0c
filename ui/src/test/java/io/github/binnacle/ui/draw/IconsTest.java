package io.github.binnacle.ui.draw;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IconsTest {
    private static final Box SQUARE = new Box(10, 20, 16, 16);

    @ParameterizedTest
    @ValueSource(strings = {"mdoal-loop", "mdomz-table_chart", "mdal-error", "fth-box"})
    void keepsIconsInsideTheirSquare(String name) {
        Outline outline = Icons.find(name).orElseThrow().outline(SQUARE);

        assertThat(SQUARE.grown(1).contains(outline.bounds())).isTrue();
    }

    @Test
    void drawsNothingForAnUnknownName() {
        assertThat(Icons.find("mdoal-no_such_icon")).isEmpty();
        assertThat(Icons.find("nothing")).isEmpty();
    }
}
