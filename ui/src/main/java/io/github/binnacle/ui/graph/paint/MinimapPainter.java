package io.github.binnacle.ui.graph.paint;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.draw.Brush;
import io.github.binnacle.ui.draw.Pen;
import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.theme.Colour;
import io.github.binnacle.ui.theme.Palette;
import io.github.binnacle.ui.theme.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Paints a graph as blocks with a frame around what shows. */
public final class MinimapPainter {
    public static final double WIDTH = 190;
    public static final double HEIGHT = 112;
    private static final double PADDING = 8;
    private static final int MANY = 200;

    private final Brush brush;
    private final Palette palette;

    public MinimapPainter(Brush brush, Palette palette) {
        this.brush = brush;
        this.palette = palette;
    }

    /** How the whole graph lies in the map, whose corner is the origin. */
    public static View viewOf(GraphScene scene) {
        Box bounds = scene.layout().bounds();
        double zoom =
                Math.min(
                        (WIDTH - 2 * PADDING) / Math.max(1, bounds.width()),
                        (HEIGHT - 2 * PADDING) / Math.max(1, bounds.height()));
        return new View(
                bounds.centreX() - WIDTH / 2 / zoom,
                bounds.centreY() - HEIGHT / 2 / zoom,
                zoom,
                WIDTH,
                HEIGHT);
    }

    /** Paints the blocks, which change only with the graph. */
    public void paintBlocks(GraphScene scene) {
        View map = viewOf(scene);
        for (GraphModel.Group group : scene.model().groups()) {
            Box box = onMap(map, scene.box(group.id()));
            brush.stroke(box, 2, Pen.of(palette.of(Token.BORDER), 1));
        }
        Map<Colour, List<Box>> blocks = new LinkedHashMap<>();
        for (GraphModel.Node node : scene.model().nodes()) {
            Box box = onMap(map, scene.box(node.id()));
            blocks.computeIfAbsent(colour(node), _ -> new ArrayList<>()).add(box);
        }
        blocks.forEach((colour, boxes) -> paintBlocks(boxes, colour));
    }

    private void paintBlocks(List<Box> boxes, Colour colour) {
        if (boxes.size() > MANY) {
            brush.fill(boxes, colour);
        } else {
            boxes.forEach(box -> brush.fill(box, Math.min(2, box.height() / 3), colour));
        }
    }

    /** Paints the frame around what shows. */
    public void paintFrame(GraphScene scene, View view) {
        Box all = new Box(0.75, 0.75, WIDTH - 1.5, HEIGHT - 1.5);
        Box frame = onMap(viewOf(scene), view.visible());
        double left = Math.clamp(frame.x(), all.x(), all.right());
        double top = Math.clamp(frame.y(), all.y(), all.bottom());
        Box shown =
                Box.between(
                        left,
                        top,
                        Math.clamp(frame.right(), left, all.right()),
                        Math.clamp(frame.bottom(), top, all.bottom()));
        brush.fill(shown, 2, palette.of(Token.ACCENT_SUBTLE).faded(0.35));
        brush.stroke(shown, 2, Pen.of(palette.of(Token.ACCENT_EMPHASIS), 1.5));
    }

    private Colour colour(GraphModel.Node node) {
        if (node.status() == null) {
            return palette.of(Token.SUBTLE).faded(0.75);
        }
        return palette.of(StatusPainter.stripe(node.status().glyph())).faded(0.85);
    }

    private static Box onMap(View map, Box box) {
        double width = Math.max(1.5, box.width() * map.zoom());
        double height = Math.max(1.5, box.height() * map.zoom());
        return new Box(
                (box.x() - map.x()) * map.zoom(), (box.y() - map.y()) * map.zoom(), width, height);
    }
}
