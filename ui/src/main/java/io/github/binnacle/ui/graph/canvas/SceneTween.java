package io.github.binnacle.ui.graph.canvas;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.draw.Spot;
import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.graph.layout.GraphLayout;
import io.github.binnacle.ui.graph.paint.GraphScene;
import io.github.binnacle.ui.graph.paint.View;
import java.util.HashMap;
import java.util.Map;

/**
 * Moves what two layouts share from one place to the other.
 *
 * @param start what showed before
 * @param end what will show
 */
record SceneTween(GraphScene start, GraphScene end, View startView, View endView) {
    SceneTween to(GraphScene newEnd) {
        return new SceneTween(start, newEnd, startView, endView);
    }

    View viewAt(double part) {
        return startView.towards(endView, part);
    }

    /** The end's graph on the way to its layout. */
    GraphScene at(double part) {
        Map<String, Box> boxes = new HashMap<>();
        end.layout().boxes().forEach((id, box) -> boxes.put(id, between(id, box, part)));
        Map<GraphModel.End, Spot> ports = new HashMap<>();
        end.layout().ports().forEach((port, spot) -> ports.put(port, between(port, spot, part)));
        GraphLayout layout = GraphLayout.straight(end.model(), boxes, ports, end.layout().bounds());
        return GraphScene.of(end.model(), layout);
    }

    private Box between(String id, Box to, double part) {
        Box from = start.layout().boxes().getOrDefault(id, to);
        return new Box(
                mix(from.x(), to.x(), part),
                mix(from.y(), to.y(), part),
                mix(from.width(), to.width(), part),
                mix(from.height(), to.height(), part));
    }

    private Spot between(GraphModel.End port, Spot to, double part) {
        Spot from = start.layout().ports().getOrDefault(port, to);
        return new Spot(mix(from.x(), to.x(), part), mix(from.y(), to.y(), part));
    }

    private static double mix(double from, double to, double part) {
        return from + (to - from) * part;
    }
}
