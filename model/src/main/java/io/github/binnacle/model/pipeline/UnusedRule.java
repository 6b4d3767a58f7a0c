package io.github.binnacle.model.pipeline;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Notes components that no task reaches, and executors that no component names. */
final class UnusedRule implements PipelineValidator.SpecRule {
    @Override
    public void check(SpecScope scope, Findings findings) {
        Set<String> reached = new HashSet<>();
        for (DagScope dag : scope.dags()) {
            if (dag.path() != null) {
                dag.dag().tasks().values().forEach(task -> reached.add(task.componentRef()));
            }
        }
        Set<String> labels = new HashSet<>();
        scope.spec()
                .components()
                .forEach((name, component) -> {
                    component.executorLabel().ifPresent(labels::add);
                    if (!reached.contains(name)) {
                        findings.note(
                                "pipeline.unused-component",
                                scope.node("components", name),
                                Map.of("component", name));
                    }
                });
        scope.spec().deploymentSpec().executors().keySet().stream()
                .filter(label -> !labels.contains(label))
                .forEach(label ->
                        findings.note(
                                "pipeline.unused-executor",
                                scope.node("deploymentSpec", "executors", label),
                                Map.of("label", label)));
    }
}
