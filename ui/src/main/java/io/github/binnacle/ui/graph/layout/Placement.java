package io.github.binnacle.ui.graph.layout;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.draw.Spot;
import io.github.binnacle.ui.graph.GraphModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where things were put, collected while a layout works. Coordinates are absolute. */
final class Placement {
    private final Map<String, Box> boxes = new HashMap<>();
    private final Map<GraphModel.End, Double> groupPorts = new HashMap<>();
    private final Map<GraphModel.Link, List<Spot>> bends = new HashMap<>();

    /** Boxes of nodes and groups by id. */
    Map<String, Box> boxes() {
        return boxes;
    }

    /** Heights of the ports of groups. */
    Map<GraphModel.End, Double> groupPorts() {
        return groupPorts;
    }

    /** Corners of links around what is in their way, ends left out. */
    Map<GraphModel.Link, List<Spot>> bends() {
        return bends;
    }
}
