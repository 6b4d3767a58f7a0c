package io.github.binnacle.ui.graph.layout;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.draw.Outline;
import io.github.binnacle.ui.draw.Spot;
import io.github.binnacle.ui.graph.GraphModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws links: one curve with level ends, unless it would cross a node or group that it does not
 * belong to; then along the corners that the layout found, rounded.
 */
final class Routing {
    private static final double RADIUS = 24;
    private static final double CLEARANCE = 3;

    private final GraphLevels levels;
    private final Placement placement;
    private final Map<GraphModel.End, Spot> ports = new HashMap<>();

    Routing(GraphLevels levels, Placement placement) {
        this.levels = levels;
        this.placement = placement;
    }

    GraphLayout finish() {
        levels.nodes().values().forEach(this::addPorts);
        levels.groups().values().forEach(this::addPorts);
        Map<GraphLayout.Ends, Outline> routes = new HashMap<>();
        addRoutes(GraphModel.ROOT, routes);
        levels.groups().keySet().forEach(group -> addRoutes(group, routes));
        Box bounds =
                placement.boxes().values().stream()
                        .reduce(Box::union)
                        .orElse(GraphLayout.EMPTY.bounds());
        return new GraphLayout(placement.boxes(), ports, routes, bounds);
    }

    private void addPorts(GraphModel.Node node) {
        Box box = Known.in(placement.boxes(), node.id());
        for (int i = 0; i < node.inputs().size(); i++) {
            put(GraphModel.End.in(node.id(), node.inputs().get(i).id()), box, portY(box, i));
        }
        for (int i = 0; i < node.outputs().size(); i++) {
            put(GraphModel.End.out(node.id(), node.outputs().get(i).id()), box, portY(box, i));
        }
        put(GraphModel.End.in(node.id(), ""), box, box.y() + NodeGeometry.HEADER / 2);
        put(GraphModel.End.out(node.id(), ""), box, box.y() + NodeGeometry.HEADER / 2);
    }

    private void addPorts(GraphModel.Group group) {
        Box box = Known.in(placement.boxes(), group.id());
        group.inputs().forEach(port -> putTunnel(GraphModel.End.in(group.id(), port.id()), box));
        group.outputs().forEach(port -> putTunnel(GraphModel.End.out(group.id(), port.id()), box));
        put(GraphModel.End.in(group.id(), ""), box, box.y() + NodeGeometry.GROUP_HEADER / 2);
        put(GraphModel.End.out(group.id(), ""), box, box.centreY());
    }

    private void putTunnel(GraphModel.End end, Box box) {
        put(end, box, placement.groupPorts().getOrDefault(end, box.centreY()));
    }

    private static double portY(Box box, int row) {
        return box.y() + NodeGeometry.portY(row);
    }

    private void put(GraphModel.End end, Box box, double y) {
        ports.put(end, new Spot(end.side() == GraphModel.Side.IN ? box.x() : box.right(), y));
    }

    private void addRoutes(String group, Map<GraphLayout.Ends, Outline> routes) {
        List<GraphModel.Link> links = levels.links(group);
        if (links.isEmpty()) {
            return;
        }
        Obstacles obstacles = new Obstacles(levels.children(group), placement.boxes());
        links.forEach(link ->
                routes.put(new GraphLayout.Ends(link.from(), link.to()), route(link, obstacles)));
    }

    private Outline route(GraphModel.Link link, Obstacles obstacles) {
        Spot from = Known.in(ports, link.from());
        Spot to = Known.in(ports, link.to());
        List<Spot> bends = placement.bends().getOrDefault(link, List.of());
        boolean isFree =
                bends.isEmpty()
                        || !obstacles.areInWay(
                                from, to, CLEARANCE, link.from().owner(), link.to().owner());
        return isFree ? curve(from, to) : rounded(corners(from, to, bends));
    }

    static Outline curve(Spot from, Spot to) {
        double reach = reach(from, to);
        return Outline.at(from.x(), from.y())
                .cubic(from.x() + reach, from.y(), to.x() - reach, to.y(), to.x(), to.y())
                .build();
    }

    static double reach(Spot from, Spot to) {
        return Math.max(28, Math.abs(to.x() - from.x()) / 2);
    }

    /** Ends where the ports are after snapping; the outer corners follow them. */
    private static List<Spot> corners(Spot from, Spot to, List<Spot> bends) {
        List<Spot> corners = new ArrayList<>();
        corners.add(from);
        for (int i = 0; i < bends.size(); i++) {
            double y = i == 0 ? from.y() : i == bends.size() - 1 ? to.y() : bends.get(i).y();
            corners.add(new Spot(bends.get(i).x(), y));
        }
        corners.add(to);
        return corners;
    }

    private static Outline rounded(List<Spot> corners) {
        Spot first = corners.getFirst();
        Outline.Builder path = Outline.at(first.x(), first.y());
        for (int i = 1; i < corners.size() - 1; i++) {
            Spot corner = corners.get(i);
            Spot before = corners.get(i - 1);
            Spot after = corners.get(i + 1);
            double room = Math.min(distance(before, corner), distance(corner, after)) / 2;
            double radius = Math.min(RADIUS, room);
            Spot start = towards(corner, before, radius);
            Spot end = towards(corner, after, radius);
            path.line(start.x(), start.y()).quad(corner.x(), corner.y(), end.x(), end.y());
        }
        Spot last = corners.getLast();
        return path.line(last.x(), last.y()).build();
    }

    private static double distance(Spot a, Spot b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }

    private static Spot towards(Spot from, Spot to, double length) {
        double distance = Math.max(distance(from, to), 1e-9);
        double part = length / distance;
        return new Spot(
                from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
    }
}
