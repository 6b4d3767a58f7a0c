package io.github.binnacle.localengine.plan;

import io.github.binnacle.model.pipeline.ComponentSpec;
import io.github.binnacle.model.pipeline.DagSpec;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.pipeline.PipelineTaskSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the executors that the tasks of a document reach, and by which tasks. */
final class UsedExecutors {
    private final PipelineDocument document;
    private final Map<String, List<List<String>>> tasks = new LinkedHashMap<>();
    private final Set<String> open = new HashSet<>();

    private UsedExecutors(PipelineDocument document) {
        this.document = document;
    }

    static List<ExecutorSite> of(PipelineDocument document) {
        UsedExecutors used = new UsedExecutors(document);
        ComponentSpec root = document.spec().root();
        root.dag().ifPresent(dag -> used.walk(dag, List.of()));
        root.executorLabel().ifPresent(label -> used.add(label, List.of()));
        return used.tasks.entrySet().stream()
                .map(entry -> new ExecutorSite(document, entry.getKey(), entry.getValue()))
                .toList();
    }

    private void walk(DagSpec dag, List<String> outer) {
        for (Map.Entry<String, PipelineTaskSpec> task : dag.tasks().entrySet()) {
            List<String> path = new ArrayList<>(outer);
            path.add(task.getKey());
            visit(task.getValue().componentRef(), path);
        }
    }

    /** A component inside itself is the validator's to report; here it must only end. */
    private void visit(String componentName, List<String> path) {
        ComponentSpec component = document.spec().components().get(componentName);
        if (component == null || !open.add(componentName)) {
            return;
        }
        component.dag().ifPresent(dag -> walk(dag, path));
        component.executorLabel().ifPresent(label -> add(label, path));
        open.remove(componentName);
    }

    private void add(String label, List<String> path) {
        tasks.computeIfAbsent(label, _ -> new ArrayList<>()).add(path);
    }
}
