package io.github.binnacle.ui.graph.paint;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.draw.Brush;
import io.github.binnacle.ui.draw.Pen;
import io.github.binnacle.ui.draw.TextStyle;
import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.theme.Colour;
import io.github.binnacle.ui.theme.Palette;
import io.github.binnacle.ui.theme.Token;
import io.github.binnacle.ui.theme.Typeface;
import java.util.stream.Stream;

/** Paints nodes where the zoom leaves no room for all of them; sizes are in screen px. */
final class SmallNodePainter {
    private static final double TITLE = 11.5;
    private static final double ICON = 16;
    private static final double GLYPH = 14;

    private final Brush brush;
    private final Palette palette;
    private final StatusPainter states;
    private final double unit;
    private final double turn;

    SmallNodePainter(Brush brush, Palette palette, double zoom, double turn) {
        this.brush = brush;
        this.palette = palette;
        this.turn = turn;
        unit = 1 / zoom;
        states = new StatusPainter(brush, palette);
    }

    /** Title, icon and state. */
    void paintTitle(GraphModel.Node node, Box box, Marks marks) {
        paintBox(node, box, marks);
        double left = box.x() + 9 * unit;
        double right = box.right() - 7 * unit;
        double middle = box.centreY();
        if (node.status() != null) {
            double size = GLYPH * unit;
            states.paint(node.status().glyph(), square(right - size / 2, middle, size), turn);
            right -= size + 5 * unit;
        }
        TextStyle style = new TextStyle(Typeface.SEMIBOLD, TITLE * unit);
        if (hasRoomForIcon(node.face().title(), right - left, style)) {
            double size = ICON * unit;
            brush.icon(
                    node.face().icon(),
                    square(left + size / 2, middle, size),
                    palette.of(node.face().tint()));
            left += size + 5 * unit;
        }
        paintTitleText(node.face().title(), style, left, right - left, box);
    }

    /** The icon gives way to a title that it would cut. */
    private boolean hasRoomForIcon(String title, double room, TextStyle style) {
        double rest = room - (ICON + 5) * unit;
        return title.lines()
                .flatMap(line -> Stream.of(line.split(" ")))
                .allMatch(word -> style.width(word) <= rest);
    }

    /** In two lines where one is too short and there is room. */
    private void paintTitleText(String title, TextStyle style, double left, double room, Box box) {
        Colour colour = palette.of(Token.TEXT);
        double middle = box.centreY() + 4 * unit;
        String first = style.firstLine(title, room);
        if (first.equals(title) || box.height() < 34 * unit) {
            brush.text(style.fit(title, room), left, middle, style, colour);
            return;
        }
        String second = style.fit(title.substring(first.length()).strip(), room);
        brush.text(style.fit(first, room), left, middle - 7 * unit, style, colour);
        brush.text(second, left, middle + 7 * unit, style, colour);
    }

    /** A box with its state, or its icon while it has none. */
    void paintGlyph(GraphModel.Node node, Box box, Marks marks) {
        paintBox(node, box, marks);
        double size = Math.min(18 * unit, box.height() * 0.75);
        Box square = square(box.centreX(), box.centreY(), size);
        if (node.status() != null) {
            states.paint(node.status().glyph(), square, turn);
        } else {
            brush.icon(node.face().icon(), square, palette.of(node.face().tint()));
        }
    }

    private void paintBox(GraphModel.Node node, Box box, Marks marks) {
        double radius = Math.min(8, 6 * unit);
        brush.fill(box, radius, palette.of(Token.NODE));
        boolean isError =
                node.badge() != null && node.badge().severity() == GraphModel.Severity.ERROR;
        if (marks.selected().contains(node.id()) || marks.focused().equals(node.id())) {
            outline(box.grown(unit), radius, Token.ACCENT_EMPHASIS, 2.5);
        } else if (isError) {
            outline(box, radius, Token.DANGER_EMPHASIS, 1.5);
        } else if (marks.hovered().equals(node.id())) {
            outline(box, radius, Token.ACCENT_MUTED, 3);
        } else {
            outline(box, radius, Token.BORDER, 1);
        }
    }

    private void outline(Box box, double radius, Token token, double width) {
        brush.stroke(box, radius, Pen.of(palette.of(token), width * unit));
    }

    private static Box square(double x, double y, double size) {
        return Box.around(x, y, size);
    }
}
