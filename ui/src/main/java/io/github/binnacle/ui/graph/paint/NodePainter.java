package io.github.binnacle.ui.graph.paint;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.draw.Brush;
import io.github.binnacle.ui.draw.Outline;
import io.github.binnacle.ui.draw.Pen;
import io.github.binnacle.ui.draw.TextStyle;
import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.graph.GraphModel.Glyph;
import io.github.binnacle.ui.graph.layout.NodeGeometry;
import io.github.binnacle.ui.theme.Colour;
import io.github.binnacle.ui.theme.Palette;
import io.github.binnacle.ui.theme.Token;

/** Paints nodes in full: header, port labels, footer. */
final class NodePainter {
    private static final double LABEL_GAP = 12;

    private final Brush brush;
    private final Palette palette;
    private final StatusPainter states;
    private final NodeFrame frame;
    private final double turn;

    NodePainter(Brush brush, Palette palette, double turn) {
        this.brush = brush;
        this.palette = palette;
        this.turn = turn;
        states = new StatusPainter(brush, palette);
        frame = new NodeFrame(brush, palette);
    }

    void paint(GraphModel.Node node, Box box, Marks marks) {
        frame.paint(node, box, marks);
        paintHeader(node, box);
        paintLabels(node, box);
        if (node.status() != null && node.status().hasFooter()) {
            paintFooter(node.status(), box);
        }
    }

    private void paintHeader(GraphModel.Node node, Box box) {
        GraphModel.Face face = node.face();
        Colour tint = palette.of(face.tint());
        boolean isPlain = face.tint() == Token.TEXT_MUTED;
        Box tile = new Box(box.x() + 9, box.y() + 9, NodeGeometry.TILE, NodeGeometry.TILE);
        brush.fill(tile, 6, isPlain ? palette.of(Token.NEUTRAL_MUTED) : tint.faded(0.14));
        brush.icon(face.icon(), tile.grown(-4), tint);
        double left = box.x() + NodeGeometry.TEXT_X;
        double room = box.right() - 9 - left;
        if (node.status() != null) {
            room -= NodeGeometry.GLYPH + 6;
            double glyphX = box.right() - 9 - NodeGeometry.GLYPH;
            Box square = new Box(glyphX, box.y() + 13, NodeGeometry.GLYPH, NodeGeometry.GLYPH);
            states.paint(node.status().glyph(), square, turn);
        }
        boolean isAlone = face.subtitle().isEmpty();
        double titleY = box.y() + (isAlone ? 25.5 : 18.5);
        text(face.title(), left, titleY, room, NodeGeometry.TITLE, Token.TEXT);
        text(face.subtitle(), left, box.y() + 33, room, NodeGeometry.SUBTITLE, Token.TEXT_MUTED);
    }

    private void text(
            String text, double x, double baseline, double room, TextStyle style, Token colour) {
        if (!text.isEmpty()) {
            brush.text(style.fit(text, room), x, baseline, style, palette.of(colour));
        }
    }

    private void paintLabels(GraphModel.Node node, Box box) {
        int rows = Math.max(node.inputs().size(), node.outputs().size());
        double room = box.width() - 2 * NodeGeometry.LABEL_X;
        for (int row = 0; row < rows; row++) {
            double baseline = box.y() + NodeGeometry.portY(row) + 4.2;
            double rightRoom = 0;
            if (row < node.outputs().size()) {
                GraphModel.Port port = node.outputs().get(row);
                boolean isAlone = row >= node.inputs().size();
                rightRoom = rightRoom(port, room, isAlone);
                String label = NodeGeometry.LABEL.fit(port.label(), rightRoom);
                double x = box.right() - NodeGeometry.LABEL_X - NodeGeometry.LABEL.width(label);
                text(label, x, baseline, rightRoom, NodeGeometry.LABEL, Token.TEXT_MUTED);
            }
            if (row < node.inputs().size()) {
                GraphModel.Port port = node.inputs().get(row);
                double leftRoom = room - (rightRoom > 0 ? rightRoom + LABEL_GAP : 0);
                Token colour = port.isMissing() ? Token.DANGER : Token.TEXT_MUTED;
                text(
                        NodeGeometry.label(port),
                        box.x() + NodeGeometry.LABEL_X,
                        baseline,
                        leftRoom,
                        NodeGeometry.labelStyle(port),
                        colour);
            }
        }
    }

    /** A label beside another gets what it needs, at most half. */
    private static double rightRoom(GraphModel.Port port, double room, boolean isAlone) {
        double needed = NodeGeometry.LABEL.width(port.label());
        return Math.min(needed, isAlone ? room : room / 2 - LABEL_GAP / 2);
    }

    private void paintFooter(GraphModel.Status status, Box box) {
        double top = box.bottom() - NodeGeometry.FOOTER;
        Outline line = Outline.at(box.x() + 4, top).line(box.right() - 1, top).build();
        brush.stroke(line, Pen.of(palette.of(Token.BORDER_MUTED), 1));
        double baseline = top + 16;
        double left = box.x() + 10;
        double room = box.width() - 20;
        TextStyle style = NodeGeometry.SUBTITLE;
        if (status.fraction() < 0) {
            Token colour = status.glyph() == Glyph.FAILED ? Token.DANGER : Token.TEXT_MUTED;
            text(status.footer(), left, baseline, room, style, colour);
            return;
        }
        String words = style.fit(status.footer(), room * 0.6);
        double width = words.isEmpty() ? 0 : style.width(words) + 8;
        text(words, box.right() - 10 - width + 8, baseline, room, style, Token.TEXT_MUTED);
        paintBar(new Box(left, top + 9, room - width, 6), status.fraction());
    }

    private void paintBar(Box track, double fraction) {
        brush.fill(track, 3, palette.of(Token.NEUTRAL_MUTED));
        double done = Math.clamp(fraction, 0, 1) * track.width();
        if (done > 0) {
            Box bar = new Box(track.x(), track.y(), Math.max(6, done), track.height());
            brush.fill(bar, 3, palette.of(Token.ACCENT_EMPHASIS));
        }
    }
}
