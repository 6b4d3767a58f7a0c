package io.github.binnacle.ui.graph.paint;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.draw.Brush;
import io.github.binnacle.ui.draw.Outline;
import io.github.binnacle.ui.draw.Pen;
import io.github.binnacle.ui.draw.TextStyle;
import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.graph.GroupLook;
import io.github.binnacle.ui.graph.layout.NodeGeometry;
import io.github.binnacle.ui.theme.Colour;
import io.github.binnacle.ui.theme.Palette;
import io.github.binnacle.ui.theme.Token;
import io.github.binnacle.ui.theme.Typeface;
import org.jspecify.annotations.Nullable;

/** Paints groups: a tinted box with a header. */
final class GroupPainter {
    private static final double RADIUS = 12;
    private static final double SMALL_TITLE = 12;
    private static final double ROOM_ABOVE_NODES = 56;

    private final Brush brush;
    private final Palette palette;
    private final double zoom;
    private final StatusPainter states;
    private final double turn;

    GroupPainter(Brush brush, Palette palette, double zoom, double turn) {
        this.brush = brush;
        this.palette = palette;
        this.zoom = zoom;
        this.turn = turn;
        states = new StatusPainter(brush, palette);
    }

    void paint(GraphModel.Group group, Box box, Marks marks) {
        GroupLook look = GroupLook.of(group.kind());
        brush.fill(box, RADIUS, palette.of(look.fill()));
        brush.fill(head(box), palette.of(look.head()));
        if (marks.selected().contains(group.id()) || marks.focused().equals(group.id())) {
            Pen ring = Pen.of(palette.of(Token.ACCENT_EMPHASIS), 3 / Math.min(1, zoom));
            brush.stroke(box.grown(0.75), RADIUS + 0.75, ring);
        } else {
            brush.stroke(box.grown(-0.75), RADIUS - 0.75, border(group, look, marks));
        }
        if (zoom >= 0.7) {
            paintHeader(group, look, box);
        } else {
            paintSmallTitle(group, look, box);
        }
    }

    private Pen border(GraphModel.Group group, GroupLook look, Marks marks) {
        boolean isHovered = marks.hovered().equals(group.id());
        double width = (isHovered ? 2.5 : 1.5) / Math.min(1, Math.max(zoom, 0.15) / 0.6);
        Pen pen = Pen.of(palette.of(look.colour()).faded(isHovered ? 1 : 0.85), width);
        return group.kind() == GraphModel.GroupKind.EXIT ? pen.dashed(2.5, 4) : pen;
    }

    private static Outline head(Box box) {
        double k = RADIUS * 0.448;
        double left = box.x();
        double right = box.right();
        double top = box.y();
        double bottom = top + NodeGeometry.GROUP_HEADER;
        return Outline.at(left, bottom)
                .line(left, top + RADIUS)
                .cubic(left, top + k, left + k, top, left + RADIUS, top)
                .line(right - RADIUS, top)
                .cubic(right - k, top, right, top + k, right, top + RADIUS)
                .line(right, bottom)
                .close()
                .build();
    }

    private void paintHeader(GraphModel.Group group, GroupLook look, Box box) {
        Colour colour = palette.of(look.colour());
        double middle = box.y() + NodeGeometry.GROUP_HEADER / 2;
        double right = box.right() - 12;
        if (group.status() != null) {
            states.paint(group.status().glyph(), new Box(right - 16, middle - 8, 16, 16), turn);
            right -= 24;
        }
        right = paintBadge(group.badge(), right, middle);
        if (!group.chip().isEmpty()) {
            right -= paintChip(group.chip(), look, right, middle) + 8;
        }
        brush.icon(look.icon(), new Box(box.x() + 12, middle - 8, 16, 16), colour);
        double left = box.x() + 36;
        String title = NodeGeometry.GROUP_TITLE.fit(group.title(), right - left);
        brush.text(title, left, middle + 4.5, NodeGeometry.GROUP_TITLE, colour);
    }

    private double paintBadge(GraphModel.@Nullable Badge badge, double right, double middle) {
        if (badge == null) {
            return right;
        }
        BadgePainter painter = new BadgePainter(brush, palette);
        double width = BadgePainter.width(badge);
        painter.paint(badge, right - width, middle - 9);
        return right - width - 8;
    }

    private double paintChip(String chip, GroupLook look, double right, double middle) {
        double width = NodeGeometry.CHIP.width(chip) + 16;
        Box pill = new Box(right - width, middle - 10, width, 20);
        brush.fill(pill, 10, palette.of(look.chipFill()));
        Colour colour = palette.of(look.chipText());
        brush.text(chip, pill.x() + 8, middle + 4, NodeGeometry.CHIP, colour);
        return width;
    }

    /** Keeps the title readable when the graph is small, as long as there is room for it. */
    private void paintSmallTitle(GraphModel.Group group, GroupLook look, Box box) {
        double unit = 1 / zoom;
        double margin = 8 * unit;
        double room = box.width() - 2 * margin;
        if (room < 44 * unit || ROOM_ABOVE_NODES < 14 * unit) {
            return;
        }
        TextStyle style = new TextStyle(Typeface.SEMIBOLD, SMALL_TITLE * unit);
        double middle = box.y() + Math.max(NodeGeometry.GROUP_HEADER / 2, 7.5 * unit);
        double left = box.x() + margin;
        if (group.status() != null) {
            double size = 12 * unit;
            room -= size + 4 * unit;
            Box square = new Box(box.right() - margin - size, middle - size / 2, size, size);
            states.paint(group.status().glyph(), square, turn);
        }
        String title = style.fit(group.title(), room);
        brush.text(title, left, middle + 4.3 * unit, style, palette.of(look.colour()));
    }

    /**
     * Names a large group where even the room above its nodes is too low for a title: on a tag over
     * its border.
     */
    void paintTag(GraphModel.Group group, Box box) {
        double unit = 1 / zoom;
        if (ROOM_ABOVE_NODES >= 14 * unit || box.width() < 120 * unit) {
            return;
        }
        TextStyle style = new TextStyle(Typeface.SEMIBOLD, SMALL_TITLE * unit);
        String title = style.fit(group.title(), box.width() - 20 * unit);
        double width = style.width(title) + 12 * unit;
        Box tag = new Box(box.x() + 4 * unit, box.y() - 9 * unit, width, 18 * unit);
        GroupLook look = GroupLook.of(group.kind());
        brush.fill(tag, 4 * unit, palette.of(Token.CANVAS));
        brush.stroke(tag, 4 * unit, Pen.of(palette.of(look.colour()), unit));
        double baseline = tag.centreY() + 4.3 * unit;
        brush.text(title, tag.x() + 6 * unit, baseline, style, palette.of(look.colour()));
    }
}
