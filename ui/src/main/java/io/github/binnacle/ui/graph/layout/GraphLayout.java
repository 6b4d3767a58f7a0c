package io.github.binnacle.ui.graph.layout;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.draw.Outline;
import io.github.binnacle.ui.draw.Spot;
import io.github.binnacle.ui.graph.GraphModel;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where everything of a graph is, in px at 100 %.
 *
 * <p>Columns are on a grid of 8 px; rows are where ports of linked nodes face each other.
 *
 * @param boxes of nodes and groups by id; a node's leaves room for its footer
 * @param ports of nodes and groups
 * @param bounds of everything, without a margin
 */
public record GraphLayout(
        Map<String, Box> boxes,
        Map<GraphModel.End, Spot> ports,
        Map<Ends, Outline> routes,
        Box bounds) {
    private static final Logger LOG = LoggerFactory.getLogger(GraphLayout.class);

    /** Above this many nodes a simpler layout is used, whose time grows linearly. */
    static final int ELK_LIMIT = 1000;

    public static final GraphLayout EMPTY =
            new GraphLayout(Map.of(), Map.of(), Map.of(), new Box(0, 0, 0, 0));

    /** The two ends by which a route is known, whatever else its link says. */
    public record Ends(GraphModel.End from, GraphModel.End to) {}

    public GraphLayout {
        boxes = Map.copyOf(boxes);
        ports = Map.copyOf(ports);
        routes = Map.copyOf(routes);
    }

    /**
     * Places and routes a graph; the same graph always in the same way.
     *
     * <p>Takes up to seconds for a thousand nodes: call it off the JavaFX thread.
     */
    public static GraphLayout of(GraphModel model) {
        GraphLevels levels = new GraphLevels(model);
        return new Routing(levels, place(levels)).finish();
    }

    /** A graph that the kernel fails on, by a bug or by depth, still gets a picture. */
    private static Placement place(GraphLevels levels) {
        if (levels.nodes().size() > ELK_LIMIT) {
            return new LinearLayout(levels).place();
        }
        try {
            return new ElkLayout(levels).place();
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("ELK could not lay out a graph, laid out more simply", e);
            return new LinearLayout(levels).place();
        }
    }

    /** Takes places as given and routes all links as plain curves. */
    public static GraphLayout straight(
            GraphModel model, Map<String, Box> boxes, Map<GraphModel.End, Spot> ports, Box bounds) {
        Map<Ends, Outline> routes = new HashMap<>();
        for (GraphModel.Link link : model.links()) {
            Spot from = ports.get(link.from());
            Spot to = ports.get(link.to());
            if (from != null && to != null) {
                routes.put(new Ends(link.from(), link.to()), Routing.curve(from, to));
            }
        }
        return new GraphLayout(boxes, ports, routes, bounds);
    }

    /** The box of a node or group; an empty one for an unknown id. */
    public Box box(String id) {
        return boxes.getOrDefault(id, EMPTY.bounds());
    }
}
