package io.github.binnacle.ui.graph.layout;

import io.github.binnacle.ui.graph.GraphModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A graph level by level: what each group contains, and the links among it. */
final class GraphLevels {
    private final GraphModel model;
    private final Map<String, GraphModel.Node> nodes = new LinkedHashMap<>();
    private final Map<String, GraphModel.Group> groups = new LinkedHashMap<>();
    private final Map<String, List<String>> children = new HashMap<>();
    private final Map<String, List<GraphModel.Link>> links = new HashMap<>();
    private final Set<GraphModel.End> ends = new HashSet<>();

    GraphLevels(GraphModel model) {
        this.model = model;
        model.groups().forEach(group -> groups.put(group.id(), group));
        for (GraphModel.Group group : model.groups()) {
            addEnds(group.id(), group.inputs(), group.outputs());
            addChild(group.parent(), group.id());
        }
        for (GraphModel.Node node : model.nodes()) {
            nodes.put(node.id(), node);
            addEnds(node.id(), node.inputs(), node.outputs());
            addChild(node.parent(), node.id());
        }
        for (GraphModel.Link link : model.links()) {
            if (isThere(link.from()) && isThere(link.to())) {
                links.computeIfAbsent(level(link), _ -> new ArrayList<>()).add(link);
            }
        }
    }

    boolean hasRoomForFooters() {
        return model.hasRoomForFooters();
    }

    Map<String, GraphModel.Node> nodes() {
        return nodes;
    }

    Map<String, GraphModel.Group> groups() {
        return groups;
    }

    /** Ids of nodes and groups directly inside a group. */
    List<String> children(String group) {
        return children.getOrDefault(group, List.of());
    }

    /** Links that run inside a group, and not in one further inside. */
    List<GraphModel.Link> links(String group) {
        return links.getOrDefault(group, List.of());
    }

    String parent(String id) {
        GraphModel.Group group = groups.get(id);
        GraphModel.Node node = nodes.get(id);
        return group != null ? group.parent() : node != null ? node.parent() : GraphModel.ROOT;
    }

    /** The group in which a link runs. */
    String level(GraphModel.Link link) {
        GraphModel.End from = link.from();
        boolean isFromBorder =
                groups.containsKey(from.owner()) && from.side() == GraphModel.Side.IN;
        return isFromBorder ? from.owner() : parent(from.owner());
    }

    private void addChild(String parent, String child) {
        String known = groups.containsKey(parent) ? parent : GraphModel.ROOT;
        children.computeIfAbsent(known, _ -> new ArrayList<>()).add(child);
    }

    private void addEnds(String id, List<GraphModel.Port> inputs, List<GraphModel.Port> outputs) {
        inputs.forEach(port -> ends.add(GraphModel.End.in(id, port.id())));
        outputs.forEach(port -> ends.add(GraphModel.End.out(id, port.id())));
        ends.add(GraphModel.End.in(id, ""));
        ends.add(GraphModel.End.out(id, ""));
    }

    private boolean isThere(GraphModel.End end) {
        return ends.contains(end);
    }
}
