package io.github.binnacle.ui.graph.paint;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.draw.Brush;
import io.github.binnacle.ui.draw.Spot;
import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.theme.Palette;
import io.github.binnacle.ui.theme.Token;
import java.util.List;

/** Paints the part of a graph that shows: ground, groups, links, nodes, ports. */
public final class GraphPainter {
    private static final double GRID = 16;
    private static final double OFF = 0.5;
    private static final double STALE = 0.6;
    private static final double MARGIN = 16;

    /** Graphs with more links lose them at the least detail, where they are but a grey haze. */
    private static final int DENSE = 4000;

    private final Brush brush;
    private final Palette palette;
    private final View view;
    private final Marks marks;
    private final double turn;

    /**
     * @param turn where moving things are, in turns; 0 for a still picture
     */
    public GraphPainter(Brush brush, Palette palette, View view, Marks marks, double turn) {
        this.brush = brush;
        this.palette = palette;
        this.view = view;
        this.marks = marks;
        this.turn = turn;
    }

    public void paint(GraphScene scene) {
        paintGround();
        Box seen = view.visible().grown(MARGIN / Math.min(1, view.zoom()));
        brush.moved(
                -view.x() * view.zoom(),
                -view.y() * view.zoom(),
                view.zoom(),
                () -> paintSeen(scene, seen));
    }

    private void paintGround() {
        Box all = new Box(0, 0, view.width(), view.height());
        brush.fill(all, 0, palette.of(Token.CANVAS));
        if (view.detail() != Detail.BLOCKS) {
            Spot origin = view.toScreen(0, 0);
            double x = origin.x() % GRID;
            double y = origin.y() % GRID;
            brush.dots(all, x, y, GRID, palette.of(Token.GRID));
        }
    }

    private void paintSeen(GraphScene scene, Box seen) {
        List<GraphModel.Group> groups = scene.groupsIn(seen);
        GroupPainter groupPainter = new GroupPainter(brush, palette, view.zoom(), turn);
        for (GraphModel.Group group : groups) {
            brush.named(
                    "group",
                    group.title(),
                    () -> groupPainter.paint(group, scene.box(group.id()), marks));
        }
        LinkPainter linkPainter = new LinkPainter(brush, palette, view.zoom(), turn);
        List<GraphModel.Link> links = scene.linksIn(seen);
        if (view.detail() != Detail.BLOCKS || scene.model().links().size() <= DENSE) {
            linkPainter.paint(scene, links, marks);
        }
        paintNodes(scene, scene.nodesIn(seen));
        groups.forEach(group -> groupPainter.paintTag(group, scene.box(group.id())));
        if (view.detail() == Detail.FULL || view.detail() == Detail.TITLES) {
            for (GraphModel.Group group : groups) {
                paintPorts(scene, group.id(), group.inputs(), group.outputs());
            }
        }
    }

    private void paintNodes(GraphScene scene, List<GraphModel.Node> nodes) {
        if (view.detail() == Detail.BLOCKS) {
            new BlockPainter(brush, palette, view.zoom()).paint(scene, nodes, marks);
            return;
        }
        for (GraphModel.Node node : nodes) {
            brush.named("node", node.face().title(), () -> paintNode(scene, node));
        }
    }

    private void paintNode(GraphScene scene, GraphModel.Node node) {
        double opacity = opacity(node);
        if (opacity < 1) {
            brush.fill(scene.box(node.id()), 8, palette.of(Token.CANVAS));
            brush.faded(opacity, () -> paintNodeBody(scene, node));
        } else {
            paintNodeBody(scene, node);
        }
    }

    private static double opacity(GraphModel.Node node) {
        boolean isStale =
                node.status() != null && node.status().glyph() == GraphModel.Glyph.UNKNOWN;
        return node.style() == GraphModel.NodeStyle.OFF ? OFF : isStale ? STALE : 1;
    }

    private void paintNodeBody(GraphScene scene, GraphModel.Node node) {
        Box box = scene.box(node.id());
        SmallNodePainter small = new SmallNodePainter(brush, palette, view.zoom(), turn);
        switch (view.detail()) {
            case FULL -> {
                new NodePainter(brush, palette, turn).paint(node, box, marks);
                paintPorts(scene, node.id(), node.inputs(), node.outputs());
                if (node.badge() != null) {
                    double x = box.right() + 8 - BadgePainter.width(node.badge());
                    new BadgePainter(brush, palette).paint(node.badge(), x, box.y() - 9);
                }
            }
            case TITLES -> {
                small.paintTitle(node, box, marks);
                paintPorts(scene, node.id(), node.inputs(), node.outputs());
            }
            case GLYPHS -> small.paintGlyph(node, box, marks);
            case BLOCKS -> {}
        }
    }

    private void paintPorts(
            GraphScene scene,
            String owner,
            List<GraphModel.Port> inputs,
            List<GraphModel.Port> outputs) {
        inputs.forEach(port -> paintPort(scene, port, GraphModel.End.in(owner, port.id())));
        outputs.forEach(port -> paintPort(scene, port, GraphModel.End.out(owner, port.id())));
    }

    private void paintPort(GraphScene scene, GraphModel.Port port, GraphModel.End end) {
        Spot at = scene.layout().ports().get(end);
        if (at == null) {
            return;
        }
        PortPainter painter = new PortPainter(brush, palette);
        GraphModel.Link lit = marks.hoveredLink();
        if (view.detail() != Detail.FULL) {
            painter.paintDot(port, at, 6 / view.zoom() * 0.9);
        } else if (lit != null && (lit.from().equals(end) || lit.to().equals(end))) {
            painter.paintLit(port, at);
        } else {
            painter.paint(port, at);
        }
    }
}
