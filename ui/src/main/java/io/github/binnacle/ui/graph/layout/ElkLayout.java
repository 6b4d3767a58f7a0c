package io.github.binnacle.ui.graph.layout;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.draw.Spot;
import io.github.binnacle.ui.graph.GraphModel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.components.ComponentOrderingStrategy;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.Alignment;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.PortConstraints;
import org.eclipse.elk.core.options.PortSide;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkConnectableShape;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Places a graph by layers with the Eclipse Layout Kernel, groups from the inside out. */
final class ElkLayout {
    static final double LAYER_GAP = 48;
    static final double ROW_GAP = 24;
    static final double GROUP_SIDE = 32;
    static final double GROUP_TOP = NodeGeometry.GROUP_HEADER + 22;
    static final double GROUP_BOTTOM = 26;
    private static final double TUNNEL_GAP = 22;
    private static final int MANY = 400;

    private final GraphLevels levels;
    private final Map<String, ElkNode> elkNodes = new LinkedHashMap<>();
    private final Map<GraphModel.End, ElkPort> elkPorts = new HashMap<>();
    private final Map<GraphModel.Link, ElkEdge> elkEdges = new LinkedHashMap<>();

    ElkLayout(GraphLevels levels) {
        this.levels = levels;
    }

    Placement place() {
        ElkNode root = ElkGraphUtil.createGraph();
        setOptions(root, new ElkPadding(0));
        addChildren(GraphModel.ROOT, root);
        addLinks(GraphModel.ROOT);
        new RecursiveGraphLayoutEngine().layout(root, new NullElkProgressMonitor());
        Placement placement = new Placement();
        collect(GraphModel.ROOT, 0, 0, placement);
        return placement;
    }

    private void addChildren(String group, ElkNode parent) {
        for (String id : levels.children(group)) {
            ElkNode child = ElkGraphUtil.createNode(parent);
            child.setIdentifier(id);
            child.setProperty(LayeredOptions.ALIGNMENT, Alignment.LEFT);
            elkNodes.put(id, child);
            GraphModel.Group inner = levels.groups().get(id);
            if (inner != null) {
                addGroup(inner, child);
            } else {
                addNode(Known.in(levels.nodes(), id), child);
            }
        }
    }

    private void addNode(GraphModel.Node node, ElkNode child) {
        child.setWidth(NodeGeometry.width(node));
        child.setHeight(NodeGeometry.roomHeight(node, levels.hasRoomForFooters()));
        child.setProperty(LayeredOptions.PORT_CONSTRAINTS, PortConstraints.FIXED_POS);
        for (int i = 0; i < node.inputs().size(); i++) {
            GraphModel.End end = GraphModel.End.in(node.id(), node.inputs().get(i).id());
            addPort(end, child, 0, NodeGeometry.portY(i));
        }
        for (int i = 0; i < node.outputs().size(); i++) {
            GraphModel.End end = GraphModel.End.out(node.id(), node.outputs().get(i).id());
            addPort(end, child, child.getWidth(), NodeGeometry.portY(i));
        }
        double middle = NodeGeometry.HEADER / 2;
        addPort(GraphModel.End.in(node.id(), ""), child, 0, middle);
        addPort(GraphModel.End.out(node.id(), ""), child, child.getWidth(), middle);
    }

    private void addGroup(GraphModel.Group group, ElkNode child) {
        setOptions(child, new ElkPadding(GROUP_TOP, GROUP_SIDE, GROUP_BOTTOM, GROUP_SIDE));
        double least = leastHeight(group);
        child.setProperty(
                LayeredOptions.NODE_SIZE_CONSTRAINTS, EnumSet.of(SizeConstraint.MINIMUM_SIZE));
        child.setProperty(
                LayeredOptions.NODE_SIZE_MINIMUM,
                new KVector(NodeGeometry.headerWidth(group), least));
        child.setDimensions(NodeGeometry.headerWidth(group), least);
        boolean isEmpty = levels.children(group.id()).isEmpty();
        child.setProperty(
                LayeredOptions.PORT_CONSTRAINTS,
                isEmpty ? PortConstraints.FIXED_POS : PortConstraints.FIXED_SIDE);
        double y = GROUP_TOP;
        for (GraphModel.Port port : group.inputs()) {
            addPort(GraphModel.End.in(group.id(), port.id()), child, 0, y);
            y += TUNNEL_GAP;
        }
        y = GROUP_TOP;
        for (GraphModel.Port port : group.outputs()) {
            addPort(GraphModel.End.out(group.id(), port.id()), child, child.getWidth(), y);
            y += TUNNEL_GAP;
        }
        addChildren(group.id(), child);
        addLinks(group.id());
    }

    private static double leastHeight(GraphModel.Group group) {
        int rows = Math.max(1, Math.max(group.inputs().size(), group.outputs().size()));
        return GROUP_TOP + TUNNEL_GAP * rows + GROUP_BOTTOM - TUNNEL_GAP;
    }

    private void addPort(GraphModel.End end, ElkNode owner, double x, double y) {
        ElkPort port = ElkGraphUtil.createPort(owner);
        port.setLocation(x, y);
        boolean isInput = end.side() == GraphModel.Side.IN;
        port.setProperty(LayeredOptions.PORT_SIDE, isInput ? PortSide.WEST : PortSide.EAST);
        elkPorts.put(end, port);
    }

    private void addLinks(String group) {
        for (GraphModel.Link link : levels.links(group)) {
            elkEdges.put(link, ElkGraphUtil.createSimpleEdge(shape(link.from()), shape(link.to())));
        }
    }

    private ElkConnectableShape shape(GraphModel.End end) {
        ElkPort port = elkPorts.get(end);
        return port != null ? port : Known.in(elkNodes, end.owner());
    }

    private void setOptions(ElkNode graph, ElkPadding padding) {
        graph.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, placement());
        graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        graph.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
        graph.setProperty(LayeredOptions.PADDING, padding);
        graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(LayeredOptions.RANDOM_SEED, 1);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, ROW_GAP);
        graph.setProperty(LayeredOptions.SPACING_COMPONENT_COMPONENT, ROW_GAP);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, LAYER_GAP);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, 16.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 10.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 16.0);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 4.0);
        graph.setProperty(LayeredOptions.SPACING_PORT_PORT, TUNNEL_GAP);
        graph.setProperty(
                LayeredOptions.CONSIDER_MODEL_ORDER_COMPONENTS,
                ComponentOrderingStrategy.MODEL_ORDER);
        graph.setProperty(
                LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_EDGES);
    }

    /**
     * Network simplex makes compact graphs with straight links, but slowly; the kernel's default
     * spreads dense ones over many screens.
     */
    private NodePlacementStrategy placement() {
        return levels.nodes().size() > MANY
                ? NodePlacementStrategy.LINEAR_SEGMENTS
                : NodePlacementStrategy.NETWORK_SIMPLEX;
    }

    private void collect(String group, double left, double top, Placement placement) {
        for (String id : levels.children(group)) {
            ElkNode elk = Known.in(elkNodes, id);
            double x = left + elk.getX();
            double y = top + elk.getY();
            placement.boxes().put(id, snapped(x, y, elk.getWidth(), elk.getHeight()));
            if (levels.groups().containsKey(id)) {
                collect(id, x, y, placement);
            }
        }
        GraphModel.Group owner = levels.groups().get(group);
        if (owner != null) {
            collectPorts(owner, top, placement);
        }
        for (GraphModel.Link link : levels.links(group)) {
            placement.bends().put(link, bends(Known.in(elkEdges, link), left, top));
        }
    }

    private void collectPorts(GraphModel.Group group, double top, Placement placement) {
        List<GraphModel.End> ends = new ArrayList<>();
        group.inputs().forEach(port -> ends.add(GraphModel.End.in(group.id(), port.id())));
        group.outputs().forEach(port -> ends.add(GraphModel.End.out(group.id(), port.id())));
        for (GraphModel.End end : ends) {
            placement.groupPorts().put(end, Math.rint(top + Known.in(elkPorts, end).getY()));
        }
    }

    private static Box snapped(double x, double y, double width, double height) {
        double left = Math.rint(x / 8) * 8;
        double right = Math.rint((x + width) / 8) * 8;
        return Box.between(left, Math.rint(y), right, Math.rint(y) + Math.rint(height));
    }

    private static List<Spot> bends(ElkEdge edge, double left, double top) {
        List<Spot> bends = new ArrayList<>();
        for (ElkEdgeSection section : edge.getSections()) {
            section.getBendPoints()
                    .forEach(point -> bends.add(new Spot(left + point.getX(), top + point.getY())));
        }
        return bends;
    }
}
