package io.github.binnacle.ui.graph.layout;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.draw.TextStyle;
import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.theme.Typeface;
import java.util.List;

/** Measures of nodes and group headers in px at 100 %. */
public final class NodeGeometry {
    public static final double HEADER = 42;
    public static final double PORT_ROW = 22;
    public static final double FOOTER = 24;
    public static final double GROUP_HEADER = 34;
    public static final double TILE = 24;
    public static final double TEXT_X = 40;
    public static final double GLYPH = 16;
    public static final double LABEL_X = 12;
    public static final TextStyle TITLE = new TextStyle(Typeface.SEMIBOLD, 12.5);
    public static final TextStyle SUBTITLE = new TextStyle(Typeface.REGULAR, 11);
    public static final TextStyle LABEL = new TextStyle(Typeface.REGULAR, 11.5);
    public static final TextStyle MISSING_LABEL = new TextStyle(Typeface.SEMIBOLD, 11.5);
    public static final TextStyle GROUP_TITLE = new TextStyle(Typeface.SEMIBOLD, 12.5);
    public static final TextStyle CHIP = new TextStyle(Typeface.MEDIUM, 11);

    private static final double MINIMUM = 160;
    private static final double MAXIMUM = 240;
    private static final double UNDER_PORTS = 6;
    private static final double UNDER_HEADER = 4;
    private static final double BETWEEN_LABELS = 20;
    private static final double SNAP = 8;

    private NodeGeometry() {}

    /** The width fits title, subtitle and port labels, within bounds, in steps of 8. */
    public static double width(GraphModel.Node node) {
        double beside = TEXT_X + GLYPH + 16;
        double widest =
                Math.max(
                        TITLE.width(node.face().title()) + beside,
                        SUBTITLE.width(node.face().subtitle()) + beside);
        for (int row = 0; row < rows(node); row++) {
            widest = Math.max(widest, rowWidth(node, row));
        }
        return Math.ceil(Math.clamp(widest, MINIMUM, MAXIMUM) / SNAP) * SNAP;
    }

    /** The height as drawn now: with a footer only while there is one. */
    public static double height(GraphModel.Node node) {
        boolean hasFooter = node.status() != null && node.status().hasFooter();
        return bodyHeight(node) + (hasFooter ? FOOTER : 0);
    }

    /** The height that layout gives it. */
    static double roomHeight(GraphModel.Node node, boolean hasRoomForFooter) {
        return hasRoomForFooter ? bodyHeight(node) + FOOTER : height(node);
    }

    /** Header and ports. */
    public static double bodyHeight(GraphModel.Node node) {
        int rows = rows(node);
        return HEADER + (rows == 0 ? UNDER_HEADER : rows * PORT_ROW + UNDER_PORTS);
    }

    /** Where a port sits below the top of its node. */
    public static double portY(int row) {
        return HEADER + PORT_ROW * row + PORT_ROW / 2;
    }

    /** The box of a node as drawn now. */
    public static Box drawn(GraphModel.Node node, Box room) {
        return room.withHeight(height(node));
    }

    public static TextStyle labelStyle(GraphModel.Port port) {
        return port.isMissing() ? MISSING_LABEL : LABEL;
    }

    public static String label(GraphModel.Port port) {
        return port.isMissing() ? port.label() + " *" : port.label();
    }

    /** The least width of a group that shows its whole header. */
    static double headerWidth(GraphModel.Group group) {
        double chip = group.chip().isEmpty() ? 0 : CHIP.width(group.chip()) + 28;
        return Math.min(56 + GROUP_TITLE.width(group.title()) + chip + 24, 420);
    }

    private static int rows(GraphModel.Node node) {
        return Math.max(node.inputs().size(), node.outputs().size());
    }

    private static double rowWidth(GraphModel.Node node, int row) {
        double left = labelWidth(node.inputs(), row);
        double right = labelWidth(node.outputs(), row);
        return 2 * LABEL_X + left + right + (left > 0 && right > 0 ? BETWEEN_LABELS : 0);
    }

    private static double labelWidth(List<GraphModel.Port> ports, int row) {
        if (row >= ports.size()) {
            return 0;
        }
        GraphModel.Port port = ports.get(row);
        return labelStyle(port).width(label(port));
    }
}
