package io.github.binnacle.ui.graph.canvas;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.graph.paint.GraphScene;
import java.util.Comparator;
import java.util.Optional;

/** A way to go on the screen. */
enum Direction {
    LEFT(-1, 0),
    RIGHT(1, 0),
    UP(0, -1),
    DOWN(0, 1);

    private static final double ASIDE = 2.5;

    private final int dx;
    private final int dy;

    Direction(int dx, int dy) {
        this.dx = dx;
        this.dy = dy;
    }

    /** The nearest node that way, what lies aside counting as further. */
    Optional<String> nearest(GraphScene scene, String from) {
        Box start = scene.box(from);
        return scene.model().nodes().stream()
                .map(GraphModel.Node::id)
                .filter(id -> !id.equals(from) && ahead(start, scene.box(id)) > 1)
                .min(Comparator.comparingDouble(id -> distance(start, scene.box(id))));
    }

    private double ahead(Box from, Box to) {
        return (to.centreX() - from.centreX()) * dx + (to.centreY() - from.centreY()) * dy;
    }

    private double distance(Box from, Box to) {
        double aside =
                Math.abs((to.centreX() - from.centreX()) * dy)
                        + Math.abs((to.centreY() - from.centreY()) * dx);
        return ahead(from, to) + ASIDE * aside;
    }
}
