package io.github.binnacle.model.pipeline.edit;

import io.github.binnacle.model.document.NodePath;
import io.github.binnacle.model.pipeline.ComponentSpec;
import io.github.binnacle.model.pipeline.DagSpec;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.pipeline.PipelineTaskSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds the DAG that a task path leads to. A DAG that several tasks share is one place: an edit
 * there shows in all of them.
 *
 * @param keys way to the DAG in the pipeline spec
 */
record DagPlace(PipelineDocument document, DagSpec dag, List<String> keys) {

    /** Returns the DAG inside the task at a path; the root DAG for the empty path. */
    static Optional<DagPlace> find(PipelineDocument document, List<String> path) {
        ComponentSpec component = document.spec().root();
        List<String> keys = List.of("root", "dag");
        for (String name : path) {
            Optional<PipelineTaskSpec> task = component.dag().map(dag -> dag.tasks().get(name));
            Optional<ComponentSpec> inner =
                    task.map(found -> document.spec().components().get(found.componentRef()));
            if (task.isEmpty() || inner.isEmpty()) {
                return Optional.empty();
            }
            component = inner.get();
            keys = List.of("components", task.get().componentRef(), "dag");
        }
        List<String> found = keys;
        return component.dag().map(dag -> new DagPlace(document, dag, found));
    }

    /** Returns the DAG that holds the task at a path, if the task is there. */
    static Optional<DagPlace> around(PipelineDocument document, List<String> task) {
        return task.isEmpty()
                ? Optional.empty()
                : find(document, task.subList(0, task.size() - 1))
                        .filter(place -> place.dag().tasks().containsKey(task.getLast()));
    }

    /** Returns a task that is known to be there. */
    PipelineTaskSpec spec(String name) {
        return Objects.requireNonNull(dag.tasks().get(name), name);
    }

    NodePath at(String... further) {
        List<String> longer = new ArrayList<>(keys);
        longer.addAll(List.of(further));
        return document.path(0, longer);
    }

    NodePath task(String name, String... further) {
        List<String> longer = new ArrayList<>(keys);
        longer.addAll(List.of("tasks", name));
        longer.addAll(List.of(further));
        return document.path(0, longer);
    }
}
