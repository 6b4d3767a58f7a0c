package io.github.binnacle.ui.graph.canvas;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.graph.paint.Detail;
import io.github.binnacle.ui.graph.paint.GraphScene;
import io.github.binnacle.ui.graph.paint.Marks;
import io.github.binnacle.ui.graph.paint.View;
import io.github.binnacle.ui.theme.Appearance;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Keeps the tiles of a graph painted: finds out what changed, and what may wait. */
final class GraphSurface implements Motion.Surface {
    private static final int MANY = 250;
    private static final long SETTLED = 90_000_000;

    private final GraphViewModel model;
    private final ObservableValue<Appearance> appearance;
    private final Node control;
    private final Runnable afterwards;
    private final TileLayer tiles = new TileLayer();
    private GraphScene scene = GraphScene.EMPTY;
    private Marks marks = Marks.NONE;
    private @Nullable Appearance painted;
    private long zoomChanged;

    /**
     * @param control whose visibility counts
     * @param afterwards runs after each painting
     */
    GraphSurface(
            GraphViewModel model,
            ObservableValue<Appearance> appearance,
            Node control,
            Runnable afterwards) {
        this.model = model;
        this.appearance = appearance;
        this.control = control;
        this.afterwards = afterwards;
    }

    TileLayer tiles() {
        return tiles;
    }

    @Override
    public boolean isShowing() {
        for (Node node = control; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return control.getScene() != null && control.getScene().getWindow() != null;
    }

    @Override
    public boolean isTurning() {
        return model.view().detail() != Detail.BLOCKS && !moving().isEmpty();
    }

    private List<Box> moving() {
        return Changes.moving(model.scene(), model.view().visible());
    }

    @Override
    public void paint(double turn) {
        View view = model.view();
        if (view.width() <= 0 || view.height() <= 0) {
            return;
        }
        boolean isNew = invalidateChanges();
        if (turn > 0) {
            tiles.invalidate(moving());
        }
        boolean isZooming = !isNew && view.zoom() != tiles.wantedZoom();
        tiles.show(view);
        if (isNew || !tiles.isOfOtherZoom() || !isMuchToPaint(view)) {
            tiles.takeZoom();
            tiles.paint(scene, marks, appearance.getValue(), turn);
        } else if (isZooming) {
            zoomChanged = System.nanoTime();
        }
        afterwards.run();
    }

    private boolean isMuchToPaint(View view) {
        return scene.nodesIn(view.visible()).size() > MANY;
    }

    /** Returns whether all is new. */
    private boolean invalidateChanges() {
        GraphScene nextScene = model.scene();
        Marks nextMarks = model.marks();
        boolean isNew = painted != appearance.getValue() || nextScene.layout() != scene.layout();
        if (isNew) {
            tiles.invalidate();
        } else {
            tiles.invalidate(Changes.between(scene, nextScene));
            double zoom = model.view().zoom();
            tiles.invalidate(Changes.between(marks, nextMarks, nextScene, zoom));
        }
        scene = nextScene;
        marks = nextMarks;
        painted = appearance.getValue();
        return isNew;
    }

    /** Once zooming has settled all is painted anew; then a tile at a time around what shows. */
    @Override
    public boolean paintAhead() {
        if (!tiles.isOfOtherZoom()) {
            return tiles.paintAhead(scene, marks, appearance.getValue());
        }
        if (System.nanoTime() - zoomChanged > SETTLED) {
            tiles.takeZoom();
            tiles.paint(scene, marks, appearance.getValue(), 0);
        }
        return true;
    }

    /** Paints everything that shows without waiting. */
    void paintNow() {
        invalidateChanges();
        tiles.show(model.view());
        tiles.takeZoom();
        tiles.paint(scene, marks, appearance.getValue(), 0);
        afterwards.run();
    }
}
