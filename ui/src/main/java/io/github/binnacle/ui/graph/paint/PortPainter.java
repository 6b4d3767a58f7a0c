package io.github.binnacle.ui.graph.paint;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.draw.Brush;
import io.github.binnacle.ui.draw.Outline;
import io.github.binnacle.ui.draw.Pen;
import io.github.binnacle.ui.draw.Spot;
import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.theme.Colour;
import io.github.binnacle.ui.theme.Palette;
import io.github.binnacle.ui.theme.Token;

/** Paints ports: squares for artifacts, circles for parameters. */
public final class PortPainter {
    private static final double SIZE = 11;
    private static final double CIRCLE = 10.4;
    private static final double CORNER = 2.2;

    private final Brush brush;
    private final Palette palette;

    public PortPainter(Brush brush, Palette palette) {
        this.brush = brush;
        this.palette = palette;
    }

    /** Paints a port around a place. */
    public void paint(GraphModel.Port port, Spot at) {
        Colour colour = palette.of(port.colour());
        Colour ground = palette.of(Token.NODE);
        if (port.isList()) {
            fill(port, at.x() + 2.75, at.y() - 2.5, 0, colour.faded(0.5));
        }
        if (port.isMissing()) {
            fill(port, at.x(), at.y(), 2, colour);
            fill(port, at.x(), at.y(), -2, ground);
        } else {
            fill(port, at.x(), at.y(), 1.5, ground);
            fill(port, at.x(), at.y(), -0.4, colour);
        }
    }

    /** Paints a port too small for its marks. */
    void paintDot(GraphModel.Port port, Spot at, double diameter) {
        Colour colour = palette.of(port.colour());
        if (port.shape() == GraphModel.PortShape.CIRCLE) {
            brush.fill(Outline.circle(at.x(), at.y(), diameter / 2), colour);
        } else {
            brush.fill(Box.around(at.x(), at.y(), diameter), diameter / 6, colour);
        }
    }

    /** Paints the ring of a port whose link is under the pointer. */
    void paintLit(GraphModel.Port port, Spot at) {
        brush.stroke(Outline.circle(at.x(), at.y(), 9), Pen.of(palette.of(Token.ACCENT_MUTED), 4));
        paint(port, at);
    }

    private void fill(GraphModel.Port port, double x, double y, double more, Colour colour) {
        if (port.shape() == GraphModel.PortShape.CIRCLE) {
            brush.fill(Outline.circle(x, y, (CIRCLE + more) / 2), colour);
        } else {
            brush.fill(Box.around(x, y, SIZE + more), CORNER, colour);
        }
    }
}
