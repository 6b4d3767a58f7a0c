package io.github.binnacle.editors.pipeline;

import io.github.binnacle.model.address.Address.NodeAddress;
import io.github.binnacle.model.document.SourceRange;
import io.github.binnacle.model.pipeline.GraphNode;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.pipeline.PipelineGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where each task stands in the text, and which task a place in the text is about.
 *
 * <p>A task stands where its DAG lists it. Its component and executor are about it too; of several
 * tasks with one component, about the first.
 */
public final class TaskPlaces {
    private final Map<List<String>, SourceRange> ranges = new HashMap<>();
    private final List<Place> places = new ArrayList<>();

    private record Place(SourceRange range, List<String> path) {}

    public TaskPlaces(PipelineDocument document, PipelineGraph graph) {
        for (GraphNode node : graph.nodes().values()) {
            if (!node.path().isEmpty()) {
                place(document, graph, node);
            }
        }
    }

    private void place(PipelineDocument document, PipelineGraph graph, GraphNode node) {
        List<String> keys = new ArrayList<>(dagOf(graph, node));
        keys.addAll(List.of("dag", "tasks", node.name()));
        stretch(document, keys).ifPresent(range -> ranges.put(node.path(), range));
        List<String> component = List.of("components", node.component());
        List<String> executor = label(document, node).orElse(component);
        for (List<String> about : List.of(keys, component, executor)) {
            stretch(document, about).ifPresent(range -> places.add(new Place(range, node.path())));
        }
    }

    /** Returns the stretch from a key to the end of its value. */
    private static Optional<SourceRange> stretch(PipelineDocument document, List<String> keys) {
        SourceRange key = document.nearestRange(keys);
        return document.range(new NodeAddress(document.address(), 0, keys))
                .map(value ->
                        new SourceRange(
                                key.line(),
                                key.column(),
                                Math.min(key.start(), value.start()),
                                value.end()));
    }

    private static List<String> dagOf(PipelineGraph graph, GraphNode node) {
        return graph.parent(node)
                .filter(parent -> !parent.path().isEmpty())
                .map(parent -> List.of("components", parent.component()))
                .orElse(List.of("root"));
    }

    private static Optional<List<String>> label(PipelineDocument document, GraphNode node) {
        return Optional.ofNullable(document.spec().components().get(node.component()))
                .flatMap(component -> component.executorLabel())
                .map(label -> List.of("deploymentSpec", "executors", label));
    }

    public Optional<SourceRange> of(List<String> path) {
        return Optional.ofNullable(ranges.get(path));
    }

    /** Returns the task of the smallest stretch around a character. */
    public Optional<List<String>> at(int offset) {
        Place best = null;
        for (Place place : places) {
            boolean isAround = place.range.start() <= offset && offset <= place.range.end();
            if (isAround && (best == null || size(place) < size(best))) {
                best = place;
            }
        }
        return Optional.ofNullable(best).map(Place::path);
    }

    private static int size(Place place) {
        return place.range.end() - place.range.start();
    }
}
