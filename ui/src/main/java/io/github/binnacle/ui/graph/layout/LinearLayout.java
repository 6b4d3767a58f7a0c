package io.github.binnacle.ui.graph.layout;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.graph.GraphModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Places graphs of any size in linear time, groups from the inside out. */
final class LinearLayout {
    /**
     * A group or the whole graph, laid out around the origin.
     *
     * @param boxes of its children, relative to its own corner
     * @param ports heights of its own ports, relative to its own corner
     */
    private record Level(
            double width,
            double height,
            Map<String, Box> boxes,
            Map<GraphModel.End, Double> ports) {}

    private final GraphLevels levels;
    private final Map<String, Level> done = new HashMap<>();

    LinearLayout(GraphLevels levels) {
        this.levels = levels;
    }

    Placement place() {
        List<String> groups = List.copyOf(levels.groups().keySet());
        groups.reversed().forEach(group -> done.put(group, layOut(group)));
        done.put(GraphModel.ROOT, layOut(GraphModel.ROOT));
        Placement placement = new Placement();
        collect(GraphModel.ROOT, 0, 0, placement);
        return placement;
    }

    private Level layOut(String group) {
        LayerStack stack =
                new LayerStack(
                        levels.children(group), levels.links(group), this::size, this::portY);
        Map<String, Box> inner = stack.place();
        Box bounds = inner.values().stream().reduce(Box::union).orElse(new Box(0, 0, 0, 0));
        GraphModel.Group owner = levels.groups().get(group);
        if (owner == null) {
            return new Level(bounds.width(), bounds.height(), inner, Map.of());
        }
        double dx = ElkLayout.GROUP_SIDE - bounds.x();
        double dy = ElkLayout.GROUP_TOP - bounds.y();
        inner.replaceAll((_, box) -> box.moved(dx, dy));
        TunnelPorts ports = new TunnelPorts(owner, levels.links(group), this::portY, inner);
        double width =
                Math.max(
                        NodeGeometry.headerWidth(owner), bounds.width() + 2 * ElkLayout.GROUP_SIDE);
        double height =
                Math.max(ports.lowest(), bounds.height() + ElkLayout.GROUP_TOP)
                        + ElkLayout.GROUP_BOTTOM;
        return new Level(Math.ceil(width / 8) * 8, Math.ceil(height), inner, ports.heights());
    }

    private Box size(String id) {
        Level level = done.get(id);
        if (level != null) {
            return new Box(0, 0, level.width(), level.height());
        }
        GraphModel.Node node = Known.in(levels.nodes(), id);
        double height = NodeGeometry.roomHeight(node, levels.hasRoomForFooters());
        return new Box(0, 0, NodeGeometry.width(node), height);
    }

    /** Where an end lies below the top of its owner. */
    private double portY(GraphModel.End end) {
        Level level = done.get(end.owner());
        if (level != null) {
            return level.ports().getOrDefault(end, level.height() / 2);
        }
        GraphModel.Node node = levels.nodes().get(end.owner());
        if (node == null) {
            return 0;
        }
        List<GraphModel.Port> ports =
                end.side() == GraphModel.Side.IN ? node.inputs() : node.outputs();
        for (int i = 0; i < ports.size(); i++) {
            if (ports.get(i).id().equals(end.port())) {
                return NodeGeometry.portY(i);
            }
        }
        return NodeGeometry.HEADER / 2;
    }

    private void collect(String group, double left, double top, Placement placement) {
        Level level = done.get(group);
        if (level == null) {
            return;
        }
        level.boxes()
                .forEach((id, box) -> {
                    placement.boxes().put(id, box.moved(left, top));
                    collect(id, left + box.x(), top + box.y(), placement);
                });
        level.ports().forEach((end, y) -> placement.groupPorts().put(end, top + y));
    }
}
