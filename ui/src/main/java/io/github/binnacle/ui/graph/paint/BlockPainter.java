package io.github.binnacle.ui.graph.paint;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.draw.Brush;
import io.github.binnacle.ui.draw.Outline;
import io.github.binnacle.ui.draw.Pen;
import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.graph.GraphModel.Glyph;
import io.github.binnacle.ui.theme.Colour;
import io.github.binnacle.ui.theme.Palette;
import io.github.binnacle.ui.theme.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Paints nodes as blocks in the colours of their states; failed is hatched, waiting hollow. */
final class BlockPainter {
    private static final double HATCH = 4;

    private final Brush brush;
    private final Palette palette;
    private final double unit;

    BlockPainter(Brush brush, Palette palette, double zoom) {
        this.brush = brush;
        this.palette = palette;
        unit = 1 / zoom;
    }

    void paint(GraphScene scene, List<GraphModel.Node> nodes, Marks marks) {
        Map<Colour, List<Box>> blocks = new LinkedHashMap<>();
        List<Outline> hollow = new ArrayList<>();
        List<Outline> hatched = new ArrayList<>();
        for (GraphModel.Node node : nodes) {
            Box box = scene.box(node.id());
            if (node.status() != null && isHollow(node.status().glyph())) {
                hollow.add(frame(box.grown(-unit / 2)));
            } else {
                blocks.computeIfAbsent(colour(node), _ -> new ArrayList<>()).add(box);
            }
            if (node.status() != null && node.status().glyph() == Glyph.FAILED) {
                hatched.add(hatch(box));
            }
        }
        blocks.forEach((colour, boxes) -> brush.fill(boxes, colour));
        brush.stroke(hollow, Pen.of(palette.of(Token.SUBTLE), unit));
        brush.stroke(hatched, Pen.of(palette.of(Token.DANGER_SUBTLE), 1.5 * unit));
        paintSelected(scene, marks);
    }

    private void paintSelected(GraphScene scene, Marks marks) {
        Pen ring = Pen.of(palette.of(Token.ACCENT_EMPHASIS), 2 * unit);
        for (String id : marks.selected()) {
            if (scene.node(id) != null) {
                brush.stroke(scene.box(id).grown(2 * unit), 2 * unit, ring);
            }
        }
    }

    private static boolean isHollow(Glyph glyph) {
        return glyph == Glyph.WAITING || glyph == Glyph.SKIPPED || glyph == Glyph.UNKNOWN;
    }

    private Colour colour(GraphModel.Node node) {
        return node.status() == null
                ? palette.of(Token.SUBTLE).faded(0.6)
                : palette.of(StatusPainter.stripe(node.status().glyph()));
    }

    private static Outline frame(Box box) {
        return Outline.at(box.x(), box.y())
                .line(box.right(), box.y())
                .line(box.right(), box.bottom())
                .line(box.x(), box.bottom())
                .close()
                .build();
    }

    /** Slanted lines that stay within the box. */
    private Outline hatch(Box box) {
        Outline.Builder lines = Outline.at(box.x(), box.y());
        double inset = unit;
        double top = box.y() + inset;
        double bottom = box.bottom() - inset;
        double rise = bottom - top;
        for (double x = box.x() + inset; x + rise < box.right() - inset; x += HATCH * unit) {
            lines.move(x, bottom).line(x + rise, top);
        }
        return lines.build();
    }
}
