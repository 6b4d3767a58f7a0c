package io.github.binnacle.ui.graph.paint;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.draw.Outline;
import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.graph.layout.GraphLayout;
import io.github.binnacle.ui.graph.layout.NodeGeometry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A graph with its layout, ready to be painted and asked what is where. */
public final class GraphScene {
    public static final GraphScene EMPTY = of(GraphModel.EMPTY, GraphLayout.EMPTY);

    private final GraphModel model;
    private final GraphLayout layout;
    private final Map<String, GraphModel.Node> nodes;
    private final Map<String, GraphModel.Group> groups;
    private final TileIndex<String> nodeTiles;
    private final boolean hasFlow;
    private final TileIndex<GraphModel.Link> linkTiles;

    private GraphScene(
            GraphModel model,
            GraphLayout layout,
            TileIndex<String> nodeTiles,
            TileIndex<GraphModel.Link> linkTiles) {
        this.model = model;
        this.layout = layout;
        this.nodeTiles = nodeTiles;
        this.linkTiles = linkTiles;
        hasFlow = model.links().stream().anyMatch(GraphModel.Link::isFlowing);
        nodes = HashMap.newHashMap(model.nodes().size());
        model.nodes().forEach(node -> nodes.put(node.id(), node));
        groups = HashMap.newHashMap(model.groups().size());
        model.groups().forEach(group -> groups.put(group.id(), group));
    }

    public static GraphScene of(GraphModel model, GraphLayout layout) {
        TileIndex<String> nodeTiles = new TileIndex<>();
        model.nodes().forEach(node -> nodeTiles.add(node.id(), layout.box(node.id())));
        return new GraphScene(model, layout, nodeTiles, linkTiles(model, layout));
    }

    /** Shows another state of the graph in the same layout. */
    public GraphScene withModel(GraphModel newModel) {
        boolean areLinksSame = newModel.links().equals(model.links());
        return new GraphScene(
                newModel,
                layout,
                nodeTiles,
                areLinksSame ? linkTiles : linkTiles(newModel, layout));
    }

    private static TileIndex<GraphModel.Link> linkTiles(GraphModel model, GraphLayout layout) {
        TileIndex<GraphModel.Link> tiles = new TileIndex<>();
        for (GraphModel.Link link : model.links()) {
            Outline route = route(layout, link);
            if (route != null) {
                tiles.add(link, route.bounds().grown(4));
            }
        }
        return tiles;
    }

    /** Routes are known by the ends of links; what else a link says may change with states. */
    private static @Nullable Outline route(GraphLayout layout, GraphModel.Link link) {
        return layout.routes().get(new GraphLayout.Ends(link.from(), link.to()));
    }

    public GraphModel model() {
        return model;
    }

    public GraphLayout layout() {
        return layout;
    }

    public GraphModel.@Nullable Node node(String id) {
        return nodes.get(id);
    }

    public GraphModel.@Nullable Group group(String id) {
        return groups.get(id);
    }

    public @Nullable Outline route(GraphModel.Link link) {
        return route(layout, link);
    }

    /** The box of a node as drawn, or of a group. */
    public Box box(String id) {
        GraphModel.Node node = nodes.get(id);
        Box box = layout.box(id);
        return node == null ? box : NodeGeometry.drawn(node, box);
    }

    /** Nodes that touch an area, in the order of the model. */
    public List<GraphModel.Node> nodesIn(Box area) {
        if (area.contains(layout.bounds())) {
            return model.nodes();
        }
        return nodeTiles.touching(area).stream().map(this::knownNode).toList();
    }

    /** Links whose bounds touch an area, in the order of the model. */
    public List<GraphModel.Link> linksIn(Box area) {
        return area.contains(layout.bounds()) ? model.links() : linkTiles.touching(area);
    }

    /** The upper part of a group, where its state shows. */
    public Box header(String group) {
        return box(group).withHeight(NodeGeometry.GROUP_HEADER);
    }

    /** Says whether anything is in an area. */
    public boolean touches(Box area) {
        return layout.bounds().grown(32).overlaps(area);
    }

    /** Says whether data goes along a link that touches an area. */
    public boolean isFlowingIn(Box area) {
        return hasFlow && linksIn(area).stream().anyMatch(GraphModel.Link::isFlowing);
    }

    public List<GraphModel.Group> groupsIn(Box area) {
        return model.groups().stream()
                .filter(group -> layout.box(group.id()).overlaps(area))
                .toList();
    }

    private GraphModel.Node knownNode(String id) {
        GraphModel.Node node = nodes.get(id);
        if (node == null) {
            throw new IllegalStateException("The layout is of another graph: " + id);
        }
        return node;
    }
}
