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

/** Paints the bodies of nodes: shadow, ground, border, stripe. */
final class NodeFrame {
    private static final double RADIUS = 8;
    private static final double STRIPE = 4;

    private final Brush brush;
    private final Palette palette;

    NodeFrame(Brush brush, Palette palette) {
        this.brush = brush;
        this.palette = palette;
    }

    void paint(GraphModel.Node node, Box box, Marks marks) {
        boolean isSelected = marks.selected().contains(node.id());
        if (node.style() == GraphModel.NodeStyle.STACKED) {
            Box behind = box.moved(5, -5);
            brush.fill(behind, RADIUS, colour(Token.NODE));
            brush.stroke(behind.grown(-0.5), RADIUS - 0.5, Pen.of(colour(Token.BORDER), 1));
        }
        paintShadow(box, isSelected ? 2 : 1);
        brush.fill(box, RADIUS, colour(Token.NODE));
        if (node.status() != null && hasStripe(node.status().glyph())) {
            Token stripe = StatusPainter.stripe(node.status().glyph());
            brush.fill(stripe(box), colour(stripe));
        }
        paintBorder(node, box, marks, isSelected);
    }

    private static boolean hasStripe(Glyph glyph) {
        return switch (glyph) {
            case WARNING, STOPPED, STOPPED_EARLY, UNKNOWN -> false;
            case SUCCEEDED, RUNNING, WAITING, FAILED, REUSED, SKIPPED, PAUSED -> true;
        };
    }

    /** Three soft edges make a blur of 3 px, lowered by 1 px. */
    private void paintShadow(Box box, double depth) {
        Colour shade = colour(Token.SHADOW).faded(0.3);
        for (double spread = 2; spread >= 0; spread--) {
            brush.fill(box.moved(0, depth).grown(spread * depth / 2), RADIUS + spread / 2, shade);
        }
    }

    private void paintBorder(GraphModel.Node node, Box box, Marks marks, boolean isSelected) {
        boolean isError =
                node.badge() != null && node.badge().severity() == GraphModel.Severity.ERROR;
        if (isSelected || marks.focused().equals(node.id())) {
            ring(box, Token.ACCENT_EMPHASIS, 3, 1);
        } else if (isError) {
            ring(box, Token.DANGER_EMPHASIS, 2, 0.5);
        } else if (marks.hovered().equals(node.id())) {
            ring(box, Token.BORDER, 1, -0.5);
            ring(box, Token.ACCENT_MUTED, 3, 1);
        } else if (node.status() != null && node.status().glyph() == Glyph.SKIPPED) {
            Pen dashed = Pen.of(colour(Token.BORDER), 1).dashed(2.5, 3);
            brush.stroke(box.grown(-0.5), RADIUS - 0.5, dashed);
        } else {
            ring(box, Token.BORDER, 1, -0.5);
        }
    }

    private void ring(Box box, Token token, double width, double outwards) {
        brush.stroke(box.grown(outwards), RADIUS + outwards, Pen.of(colour(token), width));
    }

    private static Outline stripe(Box box) {
        double k = RADIUS * 0.448;
        double left = box.x();
        double right = left + STRIPE;
        double inset = RADIUS - Math.sqrt(RADIUS * RADIUS - (RADIUS - STRIPE) * (RADIUS - STRIPE));
        double top = box.y();
        double bottom = box.bottom();
        return Outline.at(left, top + RADIUS)
                .cubic(left, top + k + 0.6, left + 1.6, top + inset + 0.8, right, top + inset)
                .line(right, bottom - inset)
                .cubic(
                        left + 1.6,
                        bottom - inset - 0.8,
                        left,
                        bottom - k - 0.6,
                        left,
                        bottom - RADIUS)
                .close()
                .build();
    }

    private Colour colour(Token token) {
        return palette.of(token);
    }
}
