package io.github.binnacle.ui.graph.layout;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.graph.GraphModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Places one level in layers: each child right of all that feed it, near their heights.
 *
 * <p>Layers by longest path, links that would close a cycle left out; order within layers by
 * barycentres, forwards and backwards once; time linear but for sorting layers.
 */
final class LayerStack {
    private record Arc(int from, int to, double fromY, double toY) {}

    private final List<String> ids;
    private final List<Box> sizes = new ArrayList<>();
    private final List<List<Arc>> incoming = new ArrayList<>();
    private final List<List<Arc>> outgoing = new ArrayList<>();
    private final List<List<Integer>> layers = new ArrayList<>();
    private final double[] tops;

    LayerStack(
            List<String> ids,
            List<GraphModel.Link> links,
            Function<String, Box> size,
            ToDoubleFunction<GraphModel.End> portY) {
        this.ids = ids;
        tops = new double[ids.size()];
        Map<String, Integer> indexes = new HashMap<>();
        for (String id : ids) {
            indexes.put(id, indexes.size());
            sizes.add(size.apply(id));
            incoming.add(new ArrayList<>());
            outgoing.add(new ArrayList<>());
        }
        for (GraphModel.Link link : links) {
            Integer from = indexes.get(link.from().owner());
            Integer to = indexes.get(link.to().owner());
            if (from != null && to != null && !from.equals(to)) {
                Arc arc =
                        new Arc(
                                from,
                                to,
                                portY.applyAsDouble(link.from()),
                                portY.applyAsDouble(link.to()));
                outgoing.get(from).add(arc);
                incoming.get(to).add(arc);
            }
        }
    }

    /** Returns boxes in the order of the ids; the topmost layer starts at 0. */
    Map<String, Box> place() {
        assignLayers();
        layers.forEach(layer -> stack(layer, this::byOrder));
        for (List<Integer> layer : layers) {
            order(layer, child -> wanted(incoming.get(child), true, child));
        }
        for (List<Integer> layer : layers.reversed()) {
            order(layer, child -> wanted(outgoing.get(child), false, child));
        }
        return boxes();
    }

    private void assignLayers() {
        int[] depth = new int[ids.size()];
        int[] waiting = new int[ids.size()];
        boolean[] isDone = new boolean[ids.size()];
        ArrayDeque<Integer> ready = new ArrayDeque<>();
        for (int i = 0; i < waiting.length; i++) {
            waiting[i] = incoming.get(i).size();
            if (waiting[i] == 0) {
                ready.add(i);
            }
        }
        for (int next = 0; next < waiting.length || !ready.isEmpty(); ) {
            if (ready.isEmpty()) {
                if (!isDone[next]) {
                    ready.add(next);
                }
                next++;
                continue;
            }
            int child = ready.remove();
            if (isDone[child]) {
                continue;
            }
            isDone[child] = true;
            layer(depth[child]).add(child);
            for (Arc arc : outgoing.get(child)) {
                if (!isDone[arc.to()]) {
                    depth[arc.to()] = Math.max(depth[arc.to()], depth[child] + 1);
                    if (--waiting[arc.to()] == 0) {
                        ready.add(arc.to());
                    }
                }
            }
        }
    }

    private List<Integer> layer(int depth) {
        while (layers.size() <= depth) {
            layers.add(new ArrayList<>());
        }
        return layers.get(depth);
    }

    private double byOrder(int child) {
        return 0;
    }

    /** The top that would bring a child level with its neighbours, its own if it has none. */
    private double wanted(List<Arc> arcs, boolean areIncoming, int child) {
        if (arcs.isEmpty()) {
            return tops[child];
        }
        double sum = 0;
        for (Arc arc : arcs) {
            sum +=
                    areIncoming
                            ? tops[arc.from()] + arc.fromY() - arc.toY()
                            : tops[arc.to()] + arc.toY() - arc.fromY();
        }
        return sum / arcs.size();
    }

    private void order(List<Integer> layer, ToDoubleFunction<Integer> wanted) {
        Map<Integer, Double> keys = new HashMap<>();
        layer.forEach(child -> keys.put(child, wanted.applyAsDouble(child)));
        layer.sort(Comparator.comparingDouble(keys::get));
        stack(layer, keys::get);
    }

    /** Puts children under each other, each at its wanted top or lower; then all a little up. */
    private void stack(List<Integer> layer, ToDoubleFunction<Integer> wanted) {
        double next = Double.NEGATIVE_INFINITY;
        double pushed = 0;
        for (int child : layer) {
            double want = wanted.applyAsDouble(child);
            tops[child] = Math.rint(Math.max(want, next));
            pushed += tops[child] - want;
            next = tops[child] + sizes.get(child).height() + ElkLayout.ROW_GAP;
        }
        double up = Math.rint(pushed / Math.max(1, layer.size()));
        layer.forEach(child -> tops[child] -= up);
    }

    private Map<String, Box> boxes() {
        Box[] boxes = new Box[ids.size()];
        double x = 0;
        double highest = 0;
        for (List<Integer> layer : layers) {
            double widest = 0;
            for (int child : layer) {
                Box size = sizes.get(child);
                boxes[child] = new Box(x, tops[child], size.width(), size.height());
                widest = Math.max(widest, size.width());
                highest = Math.min(highest, tops[child]);
            }
            x += widest + ElkLayout.LAYER_GAP;
        }
        Map<String, Box> named = new LinkedHashMap<>();
        for (int i = 0; i < boxes.length; i++) {
            named.put(ids.get(i), boxes[i].moved(0, -highest));
        }
        return named;
    }
}
