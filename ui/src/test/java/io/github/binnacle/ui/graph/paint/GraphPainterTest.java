package io.github.binnacle.ui.graph.paint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.testkit.golden.GoldenCase;
import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.draw.SvgBrush;
import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.graph.SampleGraphs;
import io.github.binnacle.ui.graph.layout.GraphLayout;
import io.github.binnacle.ui.theme.Appearance;
import io.github.binnacle.ui.theme.Palette;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GraphPainterTest {
    private static final Pattern TEXT = Pattern.compile(">([^<>\\n]+)</text>");

    @Test
    void writesAGraphAsSvg() {
        String svg = GraphPictures.svg(SampleGraphs.chain(), Appearance.LIGHT, "Chain");

        GoldenCase.of("graph-chain").assertMatches("svg", svg);
    }

    @Test
    void labelsPortsAtFullDetailOnly() {
        GraphModel model = SampleGraphs.chain();

        assertThat(texts(paint(model, 1))).contains("Train", "python 3.11", "data", "model");
        assertThat(texts(paint(model, 0.5))).containsExactly("Load", "Train", "Evaluate");
        assertThat(texts(paint(model, 0.2))).isEmpty();
        assertThat(texts(paint(model, 0.1))).isEmpty();
    }

    @Test
    void leavesOutWhatDoesNotShow() {
        GraphModel model = SampleGraphs.chain();
        GraphScene scene = GraphScene.of(model, GraphLayout.of(model));
        View view = new View(0, 0, 1, scene.box("load").width(), 400);

        String svg = paint(scene, view);

        assertThat(texts(svg)).contains("Load").doesNotContain("Evaluate");
    }

    @Test
    void showsTitlesOfGroupsAtEveryDetail() {
        GraphModel model = SampleGraphs.churn();

        for (double zoom : new double[] {1, 0.5, 0.25, 0.14}) {
            assertThat(texts(paint(model, zoom)))
                    .as("zoom %s", zoom)
                    .anyMatch(text -> text.startsWith("Always at the end"));
        }
    }

    @Test
    void givesEveryStateAShapeOfItsOwn() {
        Set<String> shapes = new HashSet<>();

        for (GraphModel.Glyph glyph : GraphModel.Glyph.values()) {
            SvgBrush brush = new SvgBrush();
            new StatusPainter(brush, Palette.of(Appearance.LIGHT))
                    .paint(glyph, new Box(0, 0, 16, 16), 0);
            shapes.add(brush.document(16, 16, "").replaceAll("#[0-9a-f]{6}", ""));
        }

        assertThat(shapes).hasSize(GraphModel.Glyph.values().length);
    }

    private static String paint(GraphModel model, double zoom) {
        GraphScene scene = GraphScene.of(model, GraphLayout.of(model));
        View view = View.fitting(scene.layout().bounds(), 4000, 4000, 20, zoom);
        return paint(scene, view);
    }

    private static String paint(GraphScene scene, View view) {
        SvgBrush brush = new SvgBrush();
        Palette palette = Palette.of(Appearance.LIGHT);
        new GraphPainter(brush, palette, view, Marks.NONE, 0).paint(scene);
        return brush.document(view.width(), view.height(), "");
    }

    private static List<String> texts(String svg) {
        Stream<String> found = TEXT.matcher(svg).results().map(match -> match.group(1));
        return new ArrayList<>(found.toList());
    }
}
