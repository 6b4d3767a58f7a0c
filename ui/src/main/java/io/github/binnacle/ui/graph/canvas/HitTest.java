package io.github.binnacle.ui.graph.canvas;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.draw.Outline;
import io.github.binnacle.ui.draw.Spot;
import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.graph.layout.NodeGeometry;
import io.github.binnacle.ui.graph.paint.Detail;
import io.github.binnacle.ui.graph.paint.GraphScene;
import io.github.binnacle.ui.graph.paint.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what is at a place, the topmost first: ports, nodes, links, groups. */
final class HitTest {
    private static final double PORT_WIDTH = 24;
    private static final double PORT_HEIGHT = 22;
    private static final double LINK_REACH = 5;

    private final GraphScene scene;
    private final View view;

    HitTest(GraphScene scene, View view) {
        this.scene = scene;
        this.view = view;
    }

    /** Coordinates are in screen px. */
    Hit at(double screenX, double screenY) {
        Spot at = view.toGraph(screenX, screenY);
        Box near = Box.around(at.x(), at.y(), PORT_WIDTH);
        List<GraphModel.Node> nodes = scene.nodesIn(near);
        List<GraphModel.Group> groups = scene.groupsIn(near).reversed();
        return port(nodes, groups, at)
                .or(() -> node(nodes, at))
                .or(() -> link(at))
                .or(() -> group(groups, at))
                .orElse(new Hit.Nothing());
    }

    private Optional<Hit> port(
            List<GraphModel.Node> nodes, List<GraphModel.Group> groups, Spot at) {
        if (view.detail() != Detail.FULL) {
            return Optional.empty();
        }
        for (GraphModel.Node node : nodes) {
            Optional<Hit> found = port(node.id(), node.inputs(), node.outputs(), at);
            if (found.isPresent()) {
                return found;
            }
        }
        for (GraphModel.Group group : groups) {
            Optional<Hit> found = port(group.id(), group.inputs(), group.outputs(), at);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Hit> port(
            String owner, List<GraphModel.Port> inputs, List<GraphModel.Port> outputs, Spot at) {
        for (GraphModel.Port port : inputs) {
            if (isOn(GraphModel.End.in(owner, port.id()), at)) {
                return Optional.of(new Hit.OnPort(GraphModel.End.in(owner, port.id()), port));
            }
        }
        for (GraphModel.Port port : outputs) {
            if (isOn(GraphModel.End.out(owner, port.id()), at)) {
                return Optional.of(new Hit.OnPort(GraphModel.End.out(owner, port.id()), port));
            }
        }
        return Optional.empty();
    }

    private boolean isOn(GraphModel.End end, Spot at) {
        Spot port = scene.layout().ports().get(end);
        return port != null
                && Math.abs(port.x() - at.x()) <= PORT_WIDTH / 2
                && Math.abs(port.y() - at.y()) <= PORT_HEIGHT / 2;
    }

    private Optional<Hit> node(List<GraphModel.Node> nodes, Spot at) {
        return nodes.stream()
                .filter(node -> scene.box(node.id()).contains(at.x(), at.y()))
                .findFirst()
                .map(Hit.OnNode::new);
    }

    private Optional<Hit> group(List<GraphModel.Group> groups, Spot at) {
        for (GraphModel.Group group : groups) {
            Box box = scene.box(group.id());
            if (box.contains(at.x(), at.y())) {
                boolean isHeader = at.y() < box.y() + NodeGeometry.GROUP_HEADER;
                return Optional.of(new Hit.OnGroup(group, isHeader));
            }
        }
        return Optional.empty();
    }

    private Optional<Hit> link(Spot at) {
        if (view.detail() == Detail.BLOCKS) {
            return Optional.empty();
        }
        double reach = LINK_REACH / Math.min(1, view.zoom());
        Box near = Box.around(at.x(), at.y(), 2 * reach);
        for (GraphModel.Link link : scene.linksIn(near)) {
            Outline route = scene.route(link);
            if (route != null && new Distance(at).to(route) <= reach) {
                return Optional.of(new Hit.OnLink(link));
            }
        }
        return Optional.empty();
    }

    /** Measures how far a path is from a point, curves as short straight pieces. */
    private static final class Distance implements Outline.Sink {
        private static final int PIECES = 24;

        private final Spot from;
        private final List<Double> found = new ArrayList<>();
        private double x;
        private double y;

        Distance(Spot from) {
            this.from = from;
        }

        double to(Outline outline) {
            outline.describe(this);
            return found.stream().mapToDouble(d -> d).min().orElse(Double.MAX_VALUE);
        }

        @Override
        public void move(double newX, double newY) {
            x = newX;
            y = newY;
        }

        @Override
        public void line(double newX, double newY) {
            double dx = newX - x;
            double dy = newY - y;
            double length = dx * dx + dy * dy;
            double part = length == 0 ? 0 : ((from.x() - x) * dx + (from.y() - y) * dy) / length;
            double along = Math.clamp(part, 0, 1);
            found.add(Math.hypot(x + along * dx - from.x(), y + along * dy - from.y()));
            move(newX, newY);
        }

        @Override
        public void quad(double cx, double cy, double newX, double newY) {
            cubic(
                    x + (cx - x) * 2 / 3,
                    y + (cy - y) * 2 / 3,
                    newX + (cx - newX) * 2 / 3,
                    newY + (cy - newY) * 2 / 3,
                    newX,
                    newY);
        }

        @Override
        public void cubic(
                double c1x, double c1y, double c2x, double c2y, double newX, double newY) {
            double startX = x;
            double startY = y;
            for (int i = 1; i <= PIECES; i++) {
                double t = i / (double) PIECES;
                double u = 1 - t;
                line(
                        u * u * u * startX
                                + 3 * u * u * t * c1x
                                + 3 * u * t * t * c2x
                                + t * t * t * newX,
                        u * u * u * startY
                                + 3 * u * u * t * c1y
                                + 3 * u * t * t * c2y
                                + t * t * t * newY);
            }
        }

        @Override
        public void close() {}
    }
}
