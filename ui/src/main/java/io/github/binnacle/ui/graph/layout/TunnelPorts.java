package io.github.binnacle.ui.graph.layout;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.graph.GraphModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Puts the ports of a group level with what they are linked to inside, apart from each other. */
final class TunnelPorts {
    private static final double GAP = 22;

    private final Map<GraphModel.End, Double> heights = new HashMap<>();
    private double lowest;

    TunnelPorts(
            GraphModel.Group group,
            List<GraphModel.Link> links,
            ToDoubleFunction<GraphModel.End> portY,
            Map<String, Box> boxes) {
        Map<GraphModel.End, Double> wanted = new HashMap<>();
        for (GraphModel.Link link : links) {
            note(wanted, link.from(), link.to(), portY, boxes);
            note(wanted, link.to(), link.from(), portY, boxes);
        }
        List<GraphModel.End> inputs = new ArrayList<>();
        group.inputs().forEach(port -> inputs.add(GraphModel.End.in(group.id(), port.id())));
        spread(inputs, wanted);
        List<GraphModel.End> outputs = new ArrayList<>();
        group.outputs().forEach(port -> outputs.add(GraphModel.End.out(group.id(), port.id())));
        spread(outputs, wanted);
    }

    Map<GraphModel.End, Double> heights() {
        return heights;
    }

    double lowest() {
        return lowest;
    }

    private static void note(
            Map<GraphModel.End, Double> wanted,
            GraphModel.End border,
            GraphModel.End inner,
            ToDoubleFunction<GraphModel.End> portY,
            Map<String, Box> boxes) {
        Box box = boxes.get(inner.owner());
        if (box != null && !boxes.containsKey(border.owner())) {
            wanted.putIfAbsent(border, box.y() + portY.applyAsDouble(inner));
        }
    }

    private void spread(List<GraphModel.End> ends, Map<GraphModel.End, Double> wanted) {
        List<GraphModel.End> ordered = new ArrayList<>(ends);
        ordered.sort(Comparator.comparingDouble(end -> wanted.getOrDefault(end, Double.MAX_VALUE)));
        double next = ElkLayout.GROUP_TOP;
        for (GraphModel.End end : ordered) {
            double y = Math.max(next, wanted.getOrDefault(end, next));
            heights.put(end, y);
            lowest = Math.max(lowest, y);
            next = y + GAP;
        }
    }
}
