package io.github.binnacle.ui.graph.canvas;

import io.github.binnacle.ui.graph.GraphModel;

/** What is at a place of a graph. */
public sealed interface Hit {
    record Nothing() implements Hit {}

    record OnNode(GraphModel.Node node) implements Hit {}

    /** The header or border of a group, or the ground inside it. */
    record OnGroup(GraphModel.Group group, boolean isHeader) implements Hit {}

    record OnPort(GraphModel.End end, GraphModel.Port port) implements Hit {}

    record OnLink(GraphModel.Link link) implements Hit {}

    /** The id of the node or group, empty if it is neither. */
    default String id() {
        return switch (this) {
            case OnNode(GraphModel.Node node) -> node.id();
            case OnGroup(GraphModel.Group group, boolean _) -> group.id();
            case OnPort(GraphModel.End end, GraphModel.Port _) -> end.owner();
            case Nothing _, OnLink _ -> "";
        };
    }
}
