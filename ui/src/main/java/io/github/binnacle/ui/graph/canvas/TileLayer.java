package io.github.binnacle.ui.graph.canvas;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.draw.FxBrush;
import io.github.binnacle.ui.graph.paint.GraphPainter;
import io.github.binnacle.ui.graph.paint.GraphScene;
import io.github.binnacle.ui.graph.paint.Marks;
import io.github.binnacle.ui.graph.paint.View;
import io.github.binnacle.ui.theme.Appearance;
import io.github.binnacle.ui.theme.Palette;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;

/**
 * The painted graph in square tiles: panning moves them, and only new or changed ones are painted.
 *
 * <p>All tiles are of one zoom. While another is wanted they may be shown larger or smaller, until
 * they are painted again.
 */
final class TileLayer extends Pane {
    static final int SIZE = 512;

    private record Place(long column, long row) {}

    private static final class Tile {
        private final Canvas canvas = new Canvas(SIZE, SIZE);
        private final FxBrush brush = new FxBrush(canvas.getGraphicsContext2D());
        private boolean isDirty = true;
    }

    private final Group sheet = new Group();
    private final Scale scale = new Scale(1, 1);
    private final Map<Place, Tile> tiles = new HashMap<>();
    private double zoom = 1;
    private View view = new View(0, 0, 1, 0, 0);

    TileLayer() {
        setMouseTransparent(true);
        setManaged(false);
        sheet.setAutoSizeChildren(false);
        sheet.getTransforms().add(scale);
        getChildren().add(sheet);
    }

    /** Marks all tiles as changed. */
    void invalidate() {
        tiles.values().forEach(tile -> tile.isDirty = true);
    }

    /** Marks the tiles that touch parts of the graph as changed. */
    void invalidate(Collection<Box> areas) {
        for (Box area : areas) {
            tiles.forEach((place, tile) -> tile.isDirty |= covered(place).overlaps(area));
        }
    }

    /** Moves the tiles; if the zoom is another, they only grow or shrink. */
    void show(View next) {
        view = next;
        double factor = view.zoom() / zoom;
        scale.setX(factor);
        scale.setY(factor);
        sheet.setTranslateX(-Math.rint(view.x() * view.zoom()));
        sheet.setTranslateY(-Math.rint(view.y() * view.zoom()));
    }

    /** The zoom last asked for, painted or not. */
    double wantedZoom() {
        return view.zoom();
    }

    boolean isOfOtherZoom() {
        return view.zoom() != zoom;
    }

    /** Throws all tiles away in favour of the zoom that shows. */
    void takeZoom() {
        if (isOfOtherZoom()) {
            zoom = view.zoom();
            tiles.clear();
            sheet.getChildren().clear();
            show(view);
        }
    }

    /** Paints changed tiles that show, and drops those far off. */
    void paint(GraphScene scene, Marks marks, Appearance appearance, double turn) {
        Palette palette = Palette.of(appearance);
        Box seen = view.visible();
        dropFar(seen.grown(2 * SIZE / zoom));
        for (long column = index(seen.x()); column <= index(seen.right()); column++) {
            for (long row = index(seen.y()); row <= index(seen.bottom()); row++) {
                paint(new Place(column, row), scene, marks, palette, turn);
            }
        }
    }

    /**
     * Paints one tile beyond those that show, so that panning finds it ready.
     *
     * @return false if there is none left
     */
    boolean paintAhead(GraphScene scene, Marks marks, Appearance appearance) {
        Box seen = view.visible();
        for (long column = index(seen.x()) - 1; column <= index(seen.right()) + 1; column++) {
            for (long row = index(seen.y()) - 1; row <= index(seen.bottom()) + 1; row++) {
                Place place = new Place(column, row);
                Tile tile = tiles.get(place);
                if ((tile == null || tile.isDirty) && scene.touches(covered(place))) {
                    paint(place, scene, marks, Palette.of(appearance), 0);
                    return true;
                }
            }
        }
        return false;
    }

    private void paint(Place place, GraphScene scene, Marks marks, Palette palette, double turn) {
        Tile tile = tiles.computeIfAbsent(place, this::newTile);
        if (tile.isDirty) {
            tile.isDirty = false;
            Box covered = covered(place);
            View part = new View(covered.x(), covered.y(), zoom, SIZE, SIZE);
            new GraphPainter(tile.brush, palette, part, marks, turn).paint(scene);
        }
    }

    private Tile newTile(Place place) {
        Tile tile = new Tile();
        tile.canvas.setManaged(false);
        tile.canvas.relocate(place.column() * SIZE, place.row() * SIZE);
        sheet.getChildren().add(tile.canvas);
        return tile;
    }

    private void dropFar(Box kept) {
        Iterator<Map.Entry<Place, Tile>> all = tiles.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<Place, Tile> next = all.next();
            if (!covered(next.getKey()).overlaps(kept)) {
                sheet.getChildren().remove(next.getValue().canvas);
                all.remove();
            }
        }
    }

    private Box covered(Place place) {
        double size = SIZE / zoom;
        return new Box(place.column() * size, place.row() * size, size, size);
    }

    private long index(double graph) {
        return (long) Math.floor(graph * zoom / SIZE);
    }
}
