package io.github.binnacle.ui.graph;

import java.util.List;
import java.util.function.BiPredicate;

/** Compares graphs by what their layout depends on. */
final class GraphShape {
    private GraphShape() {}

    static boolean isSame(GraphModel a, GraphModel b) {
        return a.hasRoomForFooters() == b.hasRoomForFooters()
                && areSame(a.groups(), b.groups(), GraphShape::isSame)
                && areSame(a.nodes(), b.nodes(), (x, y) -> isSame(x, y, a.hasRoomForFooters()))
                && areSame(a.links(), b.links(), GraphShape::isSame);
    }

    private static boolean isSame(GraphModel.Node a, GraphModel.Node b, boolean hasRoom) {
        return a == b
                || a.id().equals(b.id())
                        && a.parent().equals(b.parent())
                        && a.face().equals(b.face())
                        && a.inputs().equals(b.inputs())
                        && a.outputs().equals(b.outputs())
                        && (hasRoom || hasFooter(a) == hasFooter(b));
    }

    private static boolean hasFooter(GraphModel.Node node) {
        return node.status() != null && node.status().hasFooter();
    }

    private static boolean isSame(GraphModel.Group a, GraphModel.Group b) {
        return a == b
                || a.id().equals(b.id())
                        && a.parent().equals(b.parent())
                        && a.title().equals(b.title())
                        && a.chip().equals(b.chip())
                        && a.inputs().equals(b.inputs())
                        && a.outputs().equals(b.outputs());
    }

    private static boolean isSame(GraphModel.Link a, GraphModel.Link b) {
        return a == b || a.from().equals(b.from()) && a.to().equals(b.to());
    }

    private static <T> boolean areSame(List<T> a, List<T> b, BiPredicate<T, T> isSame) {
        if (a == b) {
            return true;
        }
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!isSame.test(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }
}
