package io.github.binnacle.ui.graph.paint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.graph.SampleGraphs;
import io.github.binnacle.ui.graph.layout.GraphLayout;
import io.github.binnacle.ui.theme.Appearance;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Leaves its pictures in {@code target/pictures}, for people to look at. */
class GraphPicturesTest {
    private static final Path PICTURES = Path.of("target", "pictures");

    @ParameterizedTest
    @EnumSource
    void paintsAnEditedGraphAsLargeAsAsked(Appearance appearance) throws IOException {
        GraphModel model = SampleGraphs.churn();

        BufferedImage picture = paint("editor", model, appearance, 1);

        assertThat(picture.getWidth()).isEqualTo(1600);
        assertThat(picture.getHeight()).isEqualTo(1000);
    }

    @ParameterizedTest
    @EnumSource
    void paintsARunningGraphAtEveryLevelOfDetail(Appearance appearance) throws IOException {
        GraphModel model = SampleGraphs.running();

        for (double zoom : new double[] {1, 0.5, 0.25, 0.12}) {
            BufferedImage picture = paint("run-" + zoom, model, appearance, zoom);

            assertThat(picture.getWidth()).isEqualTo(1600);
        }
    }

    private static BufferedImage paint(
            String name, GraphModel model, Appearance appearance, double mostZoom)
            throws IOException {
        GraphScene scene = GraphScene.of(model, GraphLayout.of(model));
        View view = View.fitting(scene.layout().bounds(), 1600, 1000, 24, mostZoom);
        Marks marks =
                Marks.selecting("train")
                        .withLinks(
                                Set.of(
                                        model.links().stream()
                                                .filter(link -> link.from().owner().equals("train"))
                                                .findFirst()
                                                .orElseThrow()));
        Files.createDirectories(PICTURES);
        Path file = PICTURES.resolve(name + "-" + appearance.name().toLowerCase() + ".png");
        try (OutputStream out = Files.newOutputStream(file)) {
            GraphPictures.writePng(scene, appearance, view, marks, out);
        }
        return ImageIO.read(file.toFile());
    }
}
