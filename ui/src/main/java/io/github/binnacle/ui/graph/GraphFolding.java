package io.github.binnacle.ui.graph;

import io.github.binnacle.ui.theme.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns closed groups into nodes. */
final class GraphFolding {
    private final GraphModel model;
    private final Set<String> closed;
    private final GraphModel.ClosedSubtitle subtitle;
    private final Set<String> hidden = new HashSet<>();
    private final Map<String, Integer> sizes = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();

    GraphFolding(GraphModel model, Set<String> closed, GraphModel.ClosedSubtitle subtitle) {
        this.model = model;
        this.closed = closed;
        this.subtitle = subtitle;
        for (GraphModel.Group group : model.groups()) {
            parents.put(group.id(), group.parent());
            if (isInClosed(group.parent())) {
                hidden.add(group.id());
            }
        }
        for (GraphModel.Node node : model.nodes()) {
            for (String at = node.parent(); parents.containsKey(at); at = parents.get(at)) {
                sizes.merge(at, 1, Integer::sum);
            }
            if (isInClosed(node.parent())) {
                hidden.add(node.id());
            }
        }
    }

    GraphModel fold() {
        List<GraphModel.Node> nodes = new ArrayList<>();
        List<GraphModel.Group> groups = new ArrayList<>();
        for (GraphModel.Group group : model.groups()) {
            if (hidden.contains(group.id())) {
                continue;
            }
            if (closed.contains(group.id())) {
                nodes.add(asNode(group));
            } else {
                groups.add(group);
            }
        }
        model.nodes().stream().filter(node -> !hidden.contains(node.id())).forEach(nodes::add);
        return new GraphModel(
                nodes,
                groups,
                model.links().stream().filter(this::isShown).toList(),
                model.hasRoomForFooters());
    }

    private boolean isInClosed(String parent) {
        return closed.contains(parent) || hidden.contains(parent);
    }

    /** Within a closed group run links from its own input ports and to its own output ports. */
    private boolean isShown(GraphModel.Link link) {
        GraphModel.End from = link.from();
        GraphModel.End to = link.to();
        return !hidden.contains(from.owner())
                && !hidden.contains(to.owner())
                && !(closed.contains(from.owner()) && from.side() == GraphModel.Side.IN)
                && !(closed.contains(to.owner()) && to.side() == GraphModel.Side.OUT);
    }

    private GraphModel.Node asNode(GraphModel.Group group) {
        GroupLook look = GroupLook.of(group.kind());
        Token tint = look.colour();
        String under = subtitle.of(group, sizes.getOrDefault(group.id(), 0));
        return new GraphModel.Node(
                group.id(),
                group.parent(),
                new GraphModel.Face(group.title(), under, look.icon(), tint),
                group.inputs(),
                group.outputs(),
                GraphModel.NodeStyle.STACKED,
                group.spoken(),
                group.status(),
                group.badge());
    }
}
