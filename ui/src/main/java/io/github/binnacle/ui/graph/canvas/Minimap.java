package io.github.binnacle.ui.graph.canvas;

import io.github.binnacle.ui.draw.FxBrush;
import io.github.binnacle.ui.draw.Spot;
import io.github.binnacle.ui.graph.paint.GraphScene;
import io.github.binnacle.ui.graph.paint.MinimapPainter;
import io.github.binnacle.ui.graph.paint.View;
import io.github.binnacle.ui.theme.Appearance;
import io.github.binnacle.ui.theme.Palette;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The whole graph in a corner; dragging in it moves what shows. */
final class Minimap extends Region {
    private final Canvas blocks = new Canvas(MinimapPainter.WIDTH, MinimapPainter.HEIGHT);
    private final Canvas frame = new Canvas(MinimapPainter.WIDTH, MinimapPainter.HEIGHT);
    private final FxBrush blockBrush = new FxBrush(blocks.getGraphicsContext2D());
    private final FxBrush frameBrush = new FxBrush(frame.getGraphicsContext2D());
    private final GraphViewModel model;
    private final ObservableValue<Appearance> appearance;
    private @Nullable GraphScene painted;
    private @Nullable Appearance paintedAs;

    Minimap(GraphViewModel model, ObservableValue<Appearance> appearance) {
        this.model = model;
        this.appearance = appearance;
        getStyleClass().add("bn-minimap");
        getChildren().addAll(blocks, frame);
        setOnMousePressed(this::moveTo);
        setOnMouseDragged(this::moveTo);
        setOnMouseReleased(MouseEvent::consume);
        setOnMouseMoved(MouseEvent::consume);
        setOnMouseClicked(MouseEvent::consume);
        setFocusTraversable(false);
    }

    /** Repaints what changed since the last time. */
    void paint() {
        if (!isVisible()) {
            return;
        }
        Palette palette = Palette.of(appearance.getValue());
        if (painted != model.scene() || paintedAs != appearance.getValue()) {
            clear(blocks);
            new MinimapPainter(blockBrush, palette).paintBlocks(model.scene());
            painted = model.scene();
            paintedAs = appearance.getValue();
        }
        clear(frame);
        new MinimapPainter(frameBrush, palette).paintFrame(model.scene(), model.view());
    }

    private static void clear(Canvas canvas) {
        canvas.getGraphicsContext2D().clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    }

    private void moveTo(MouseEvent event) {
        Spot centre = MinimapPainter.viewOf(model.scene()).toGraph(event.getX(), event.getY());
        View view = model.view();
        model.look(
                new View(
                        centre.x() - view.width() / 2 / view.zoom(),
                        centre.y() - view.height() / 2 / view.zoom(),
                        view.zoom(),
                        view.width(),
                        view.height()));
        event.consume();
    }
}
