package io.github.binnacle.testkit.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(HeadlessFx.class)
class HeadlessFxTest {
    @TempDir Path folder;

    @Test
    void runsTestsOnTheJavaFxThread() {
        assertThat(Platform.isFxApplicationThread()).isTrue();
    }

    @Test
    void handsOnWhatABodyThrows() {
        assertThatThrownBy(() ->
                        HeadlessFx.call(() -> {
                            throw new IOException("full");
                        }))
                .isInstanceOf(IOException.class)
                .hasMessage("full");
    }

    @Test
    void takesPicturesWithTextAndColour() throws IOException {
        var pane = new StackPane(new Label("Binnacle"));
        pane.setStyle("-fx-background-color: #204080");

        var image = Snapshots.of(pane, 120, 40);
        Snapshots.save(image, folder.resolve("pictures/label.png"));

        var saved = ImageIO.read(folder.resolve("pictures/label.png").toFile());
        assertThat(saved.getWidth()).isEqualTo(120);
        assertThat(image.getPixelReader().getColor(1, 1)).isEqualTo(Color.web("#204080"));
        assertThat(coloursIn(saved)).isGreaterThan(2);
    }

    private static long coloursIn(java.awt.image.BufferedImage image) {
        return java.util.stream.IntStream.range(0, image.getWidth() * image.getHeight())
                .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
                .distinct()
                .count();
    }
}
