package io.github.binnacle.ui.graph.paint;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.draw.Brush;
import io.github.binnacle.ui.draw.Outline;
import io.github.binnacle.ui.draw.Pen;
import io.github.binnacle.ui.draw.TextStyle;
import io.github.binnacle.ui.graph.GraphModel.Glyph;
import io.github.binnacle.ui.theme.Colour;
import io.github.binnacle.ui.theme.Palette;
import io.github.binnacle.ui.theme.Token;
import io.github.binnacle.ui.theme.Typeface;

/** Paints states, each with a silhouette of its own, known even without colour. */
public final class StatusPainter {
    private static final double SIZE = 16;
    private static final TextStyle QUESTION = new TextStyle(Typeface.BOLD, 8.5);
    private static final Outline TICK = Outline.at(4.6, 8.2).line(7, 10.6).line(11.5, 5.6).build();
    private static final Outline OCTAGON =
            Outline.at(5, 1)
                    .line(11, 1)
                    .line(15, 5)
                    .line(15, 11)
                    .line(11, 15)
                    .line(5, 15)
                    .line(1, 11)
                    .line(1, 5)
                    .close()
                    .build();
    private static final Outline CROSS =
            Outline.at(5.4, 5.4).line(10.6, 10.6).move(10.6, 5.4).line(5.4, 10.6).build();
    private static final Outline TRIANGLE =
            Outline.at(8, 1.4).line(15.2, 14).line(0.8, 14).close().build();
    private static final Outline PLAY =
            Outline.at(6.6, 5.4).line(10.6, 8).line(6.6, 10.6).close().build();
    private static final Outline BOLT =
            Outline.at(8.9, 3)
                    .line(4.6, 8.8)
                    .line(7.5, 8.8)
                    .line(7, 13)
                    .line(11.4, 7)
                    .line(8.4, 7)
                    .close()
                    .build();
    private static final Outline SLASH = Outline.at(3.6, 12.4).line(12.4, 3.6).build();
    private static final Outline BARS =
            Outline.at(6.3, 5.4).line(6.3, 10.6).move(9.7, 5.4).line(9.7, 10.6).build();
    private static final Outline DIAMOND =
            Outline.at(8, 1).line(15, 8).line(8, 15).line(1, 8).close().build();
    private static final Outline MINUS = Outline.at(5.4, 8).line(10.6, 8).build();
    private static final Outline STEM = Outline.at(8, 6).line(8, 10).build();

    private final Brush brush;
    private final Palette palette;

    public StatusPainter(Brush brush, Palette palette) {
        this.brush = brush;
        this.palette = palette;
    }

    /** The colour of the stripe and of blocks. */
    public static Token stripe(Glyph glyph) {
        return switch (glyph) {
            case SUCCEEDED -> Token.SUCCESS_EMPHASIS;
            case RUNNING -> Token.ACCENT_EMPHASIS;
            case FAILED -> Token.DANGER_EMPHASIS;
            case WARNING, PAUSED, STOPPED_EARLY -> Token.WARNING_EMPHASIS;
            case REUSED -> Token.CACHED;
            case WAITING, SKIPPED, STOPPED, UNKNOWN -> Token.BORDER;
        };
    }

    /**
     * Paints a state into a square.
     *
     * @param turn where the arc of a running one is, in turns
     */
    public void paint(Glyph glyph, Box square, double turn) {
        brush.moved(
                square.x(), square.y(), square.width() / SIZE, () -> paintAtOrigin(glyph, turn));
    }

    private void paintAtOrigin(Glyph glyph, double turn) {
        switch (glyph) {
            case SUCCEEDED -> {
                brush.fill(Outline.circle(8, 8, 7), colour(Token.SUCCESS_EMPHASIS));
                brush.stroke(TICK, Pen.of(Colour.WHITE, 1.7));
            }
            case RUNNING -> paintRunning(turn);
            case WAITING -> paintWaiting();
            case FAILED -> {
                brush.fill(OCTAGON, colour(Token.DANGER_EMPHASIS));
                brush.stroke(CROSS, Pen.of(Colour.WHITE, 1.7));
            }
            case WARNING -> paintWarning();
            case REUSED -> {
                brush.fill(new Box(1.2, 1.2, 13.6, 13.6), 3.4, colour(Token.CACHED));
                brush.fill(BOLT, colour(Token.BACKGROUND));
            }
            case SKIPPED -> {
                ring(Token.SUBTLE, 1.6);
                brush.stroke(SLASH, pen(Token.SUBTLE, 1.6));
            }
            case STOPPED -> {
                brush.stroke(new Box(1.5, 1.5, 13, 13), 2, pen(Token.SUBTLE, 1.6));
                brush.fill(new Box(5, 5, 6, 6), 1, colour(Token.SUBTLE));
            }
            case PAUSED -> {
                ring(Token.WARNING, 1.7);
                brush.stroke(BARS, pen(Token.WARNING, 1.8));
            }
            case STOPPED_EARLY -> {
                brush.stroke(DIAMOND, pen(Token.WARNING, 1.6));
                brush.stroke(MINUS, pen(Token.WARNING, 1.8));
            }
            case UNKNOWN -> {
                brush.stroke(Outline.circle(8, 8, 6.2), pen(Token.SUBTLE, 1.6).dashed(1.6, 3.27));
                double x = 8 - QUESTION.width("?") / 2;
                brush.text("?", x, 11, QUESTION, colour(Token.SUBTLE));
            }
        }
    }

    private void paintRunning(double turn) {
        brush.stroke(Outline.circle(8, 8, 6.2), pen(Token.ACCENT_MUTED, 2));
        brush.stroke(Outline.arc(8, 8, 6.2, -90 + 360 * turn, 90), pen(Token.ACCENT, 2.2));
        brush.fill(PLAY, colour(Token.ACCENT));
    }

    private void paintWaiting() {
        brush.stroke(Outline.circle(8, 8, 6.2), pen(Token.SUBTLE, 1.6).dashed(0.9, 3));
        for (double x = 5; x <= 11; x += 3) {
            brush.fill(Outline.circle(x, 8, 0.95), colour(Token.SUBTLE));
        }
    }

    private void paintWarning() {
        brush.fill(TRIANGLE, colour(Token.WARNING_EMPHASIS));
        brush.stroke(TRIANGLE, pen(Token.WARNING_EMPHASIS, 1));
        brush.stroke(STEM, Pen.of(Colour.WHITE, 1.7));
        brush.fill(Outline.circle(8, 12, 0.95), Colour.WHITE);
    }

    private void ring(Token token, double width) {
        brush.stroke(Outline.circle(8, 8, 6.25), pen(token, width));
    }

    private Pen pen(Token token, double width) {
        return Pen.of(colour(token), width);
    }

    private Colour colour(Token token) {
        return palette.of(token);
    }
}
