package io.github.binnacle.ui.graph.layout;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.draw.Spot;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The nodes and groups of one level that a link might cross, sorted by their left edge. */
final class Obstacles {
    private static final int STEPS = 24;

    private record Obstacle(String id, Box box) {}

    private final Obstacle[] obstacles;
    private final double widest;

    Obstacles(List<String> ids, Map<String, Box> boxes) {
        obstacles =
                ids.stream()
                        .map(id -> new Obstacle(id, Known.in(boxes, id)))
                        .sorted(Comparator.comparingDouble(obstacle -> obstacle.box().x()))
                        .toArray(Obstacle[]::new);
        widest = Arrays.stream(obstacles).mapToDouble(o -> o.box().width()).max().orElse(0);
    }

    /** Says whether the plain curve between two ports comes near anything but its two owners. */
    boolean areInWay(Spot from, Spot to, double clearance, String source, String target) {
        Box swept = swept(from, to).grown(clearance);
        for (int i = firstFrom(swept.x() - widest); i < obstacles.length; i++) {
            Obstacle obstacle = obstacles[i];
            if (obstacle.box().x() > swept.right()) {
                return false;
            }
            boolean isOther = !obstacle.id().equals(source) && !obstacle.id().equals(target);
            if (isOther
                    && obstacle.box().overlaps(swept)
                    && isCrossed(obstacle.box().grown(clearance), from, to)) {
                return true;
            }
        }
        return false;
    }

    private int firstFrom(double x) {
        int low = 0;
        int high = obstacles.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (obstacles[middle].box().x() < x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Box swept(Spot from, Spot to) {
        return Box.between(
                Math.min(from.x(), to.x()),
                Math.min(from.y(), to.y()),
                Math.max(from.x(), to.x()) + 0.01,
                Math.max(from.y(), to.y()) + 0.01);
    }

    private static boolean isCrossed(Box box, Spot from, Spot to) {
        double reach = Routing.reach(from, to);
        for (int i = 1; i < STEPS; i++) {
            double t = i / (double) STEPS;
            double u = 1 - t;
            double x =
                    u * u * u * from.x()
                            + 3 * u * u * t * (from.x() + reach)
                            + 3 * u * t * t * (to.x() - reach)
                            + t * t * t * to.x();
            double y = u * u * (u + 3 * t) * from.y() + t * t * (t + 3 * u) * to.y();
            if (box.contains(x, y)) {
                return true;
            }
        }
        return false;
    }
}
