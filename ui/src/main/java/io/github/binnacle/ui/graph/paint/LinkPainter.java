package io.github.binnacle.ui.graph.paint;

import io.github.binnacle.ui.draw.Brush;
import io.github.binnacle.ui.draw.Outline;
import io.github.binnacle.ui.draw.Pen;
import io.github.binnacle.ui.draw.Spot;
import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.theme.Palette;
import io.github.binnacle.ui.theme.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Paints links. */
final class LinkPainter {
    private static final double STRENGTH = 0.8;
    private static final double FAINT = 0.25;
    private static final double DOT_STEP = 14;

    private final Brush brush;
    private final Palette palette;
    private final double zoom;
    private final double turn;

    LinkPainter(Brush brush, Palette palette, double zoom, double turn) {
        this.brush = brush;
        this.palette = palette;
        this.zoom = zoom;
        this.turn = turn;
    }

    /** Paints plain links of one look together; those that stand out after them, one by one. */
    void paint(GraphScene scene, List<GraphModel.Link> links, Marks marks) {
        Map<Pen, List<Outline>> plain = new LinkedHashMap<>();
        List<GraphModel.Link> special = new ArrayList<>();
        for (GraphModel.Link link : links) {
            Outline route = scene.route(link);
            if (route == null) {
                continue;
            }
            if (isPlain(link, marks)) {
                plain.computeIfAbsent(pen(link, false), _ -> new ArrayList<>()).add(route);
            } else {
                special.add(link);
            }
        }
        plain.forEach((pen, routes) -> brush.stroke(routes, pen));
        for (GraphModel.Link link : special) {
            Outline route = scene.route(link);
            Spot end = scene.layout().ports().get(link.to());
            if (route != null && end != null) {
                paint(link, route, end, marks);
            }
        }
    }

    private boolean isPlain(GraphModel.Link link, Marks marks) {
        return link.style() != GraphModel.LinkStyle.ORDERING
                && !(link.isFlowing() && hasFlow())
                && !marks.isLit(link)
                && !marks.links().contains(link);
    }

    private boolean hasFlow() {
        return zoom >= 0.35;
    }

    private void paint(GraphModel.Link link, Outline route, Spot end, Marks marks) {
        if (marks.links().contains(link)) {
            brush.stroke(route, Pen.of(palette.of(Token.ACCENT_MUTED), 8));
        }
        Pen pen = pen(link, marks.isLit(link));
        boolean isOrdering = link.style() == GraphModel.LinkStyle.ORDERING;
        brush.stroke(route, isOrdering ? pen.dashed(3.5, 5.5) : pen);
        if (isOrdering) {
            brush.fill(arrow(end), pen.colour());
        }
        if (link.isFlowing() && hasFlow()) {
            brush.stroke(
                    route,
                    Pen.of(palette.of(link.colour()), 5)
                            .dashed(0.01, DOT_STEP)
                            .from(-turn * DOT_STEP * 2));
        }
    }

    private Pen pen(GraphModel.Link link, boolean isLit) {
        double strength = link.isFaint() ? FAINT : isLit ? 1 : STRENGTH;
        double full = isLit ? 3 : link.style() == GraphModel.LinkStyle.ARTIFACT ? 2 : 1.5;
        double width = Math.max(full, full * 0.5 / zoom);
        return Pen.of(palette.of(link.colour()).faded(strength), width);
    }

    private static Outline arrow(Spot end) {
        double tip = end.x() - 1;
        return Outline.at(tip, end.y())
                .line(tip - 9, end.y() - 5)
                .line(tip - 9, end.y() + 5)
                .close()
                .build();
    }
}
