package io.github.binnacle.ui.graph.paint;

import io.github.binnacle.ui.draw.Brush;
import io.github.binnacle.ui.draw.Outline;
import io.github.binnacle.ui.draw.Pen;
import io.github.binnacle.ui.draw.Spot;
import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.theme.Colour;
import io.github.binnacle.ui.theme.Palette;
import io.github.binnacle.ui.theme.Token;

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

    void paint(GraphModel.Link link, Outline route, Spot end, Marks marks) {
        if (marks.links().contains(link)) {
            brush.stroke(route, Pen.of(palette.of(Token.ACCENT_MUTED), 8));
        }
        double strength = link.isFaint() ? FAINT : marks.isLit(link) ? 1 : STRENGTH;
        Colour colour = palette.of(link.colour()).faded(strength);
        Pen pen = Pen.of(colour, width(link, marks));
        boolean isOrdering = link.style() == GraphModel.LinkStyle.ORDERING;
        brush.stroke(route, isOrdering ? pen.dashed(3.5, 5.5) : pen);
        if (isOrdering) {
            brush.fill(arrow(end), colour);
        }
        if (link.isFlowing() && zoom >= 0.35) {
            brush.stroke(
                    route,
                    Pen.of(palette.of(link.colour()), 5)
                            .dashed(0.01, DOT_STEP)
                            .from(-turn * DOT_STEP * 2));
        }
    }

    private double width(GraphModel.Link link, Marks marks) {
        double full =
                marks.isLit(link) ? 3 : link.style() == GraphModel.LinkStyle.ARTIFACT ? 2 : 1.5;
        return Math.max(full, full * 0.5 / zoom);
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
