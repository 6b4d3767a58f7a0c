package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.address.Address.NodeAddress;
import io.github.binnacle.model.pipeline.GraphPort.PortType;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.InputParameterSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.ParameterSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One DAG with what is around it.
 *
 * @param component name of the component whose DAG it is; empty for the root
 * @param path first way that leads to it from the root; null if none does
 */
record DagScope(
        SpecScope scope,
        String component,
        ComponentSpec owner,
        DagSpec dag,
        @Nullable List<String> path) {
    /** Steps outwards in the search for the loop that an item comes from. */
    private static final int FARTHEST_LOOP = 100;

    boolean isRoot() {
        return component.isEmpty();
    }

    PipelineSpec spec() {
        return scope.spec();
    }

    Optional<ComponentSpec> component(PipelineTaskSpec task) {
        return Optional.ofNullable(spec().components().get(task.componentRef()));
    }

    /** Returns the tasks that run this DAG. */
    List<SpecScope.Use> uses() {
        return isRoot() ? List.of() : scope.uses(component);
    }

    /** Says whether an input of this DAG receives items of a loop, or parts of them. */
    boolean isItemInput(String name) {
        return isItemInput(name, new HashSet<>());
    }

    private boolean isItemInput(String name, Set<List<String>> seen) {
        return seen.size() < FARTHEST_LOOP
                && seen.add(List.of(component, name))
                && uses().stream().anyMatch(use -> use.dag().givesItem(use.task(), name, seen));
    }

    private boolean givesItem(PipelineTaskSpec task, String input, Set<List<String>> seen) {
        return task.iterator() != null && task.iterator().itemInput().equals(input)
                || outerSource(task, input).filter(outer -> isItemInput(outer, seen)).isPresent();
    }

    /** Returns the input of this DAG that a task hands on. */
    private static Optional<String> outerSource(PipelineTaskSpec task, String input) {
        InputParameterSpec given = task.inputs().parameters().get(input);
        return given != null
                        && given.source() instanceof ParameterSource.ComponentInput(String outer)
                ? Optional.of(outer)
                : Optional.empty();
    }

    /** Says whether a task in this DAG is given items of a loop around it, or parts of them. */
    boolean handsOnItem(PipelineTaskSpec task, String input) {
        return outerSource(task, input).filter(this::isItemInput).isPresent();
    }

    /** Says whether a task that runs this DAG gives it an input, declared or not. */
    boolean isGiven(String name) {
        return uses().stream()
                .map(use -> use.task().inputs())
                .anyMatch(inputs ->
                        inputs.parameters().containsKey(name)
                                || inputs.artifacts().containsKey(name));
    }

    /** Says whether this DAG is the body of a loop. */
    boolean isLoopBody() {
        return uses().stream().anyMatch(use -> use.task().iterator() != null);
    }

    /** Returns what an output of a task in this DAG gives; a loop gives lists. */
    Optional<PortType> outputType(String task, String key, boolean isParameter) {
        PipelineTaskSpec producer = dag.tasks().get(task);
        return producer == null
                ? Optional.empty()
                : component(producer)
                        .flatMap(spec ->
                                PortTypes.output(
                                        spec, key, isParameter, producer.iterator() != null));
    }

    /** Returns the place of this DAG's owner. */
    Place place() {
        return new Place(
                path == null ? new NodeAddress(scope.address(), 0, keys()) : scope.task(path),
                0,
                keys());
    }

    Place task(String name) {
        List<String> keys = keys();
        keys.add("dag");
        keys.add("tasks");
        keys.add(name);
        Address where =
                path == null
                        ? new NodeAddress(scope.address(), 0, keys)
                        : scope.task(GraphBuilder.child(path, name));
        return new Place(where, 0, keys);
    }

    private List<String> keys() {
        return new ArrayList<>(isRoot() ? List.of("root") : List.of("components", component));
    }
}
