package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ExecutorSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ImporterSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.PipelineContainerSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.Iterator;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.ParameterSource;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.TriggerStrategy;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Notes what is sound but goes wrong on a KFP 2.17 cluster, though not on this computer.
 *
 * <p>Each of these was seen on a real cluster or follows from its source.
 */
final class ClusterRule implements PipelineValidator.DagRule {
    @Override
    public void check(DagScope dag, Findings findings) {
        if (dag.isRoot()) {
            dag.owner()
                    .inputDefinitions()
                    .artifacts()
                    .keySet()
                    .forEach(input ->
                            note(
                                    "cluster.root-artifact",
                                    dag.place().input(input),
                                    input,
                                    findings));
        }
        if (dag.isLoopBody()) {
            checkCollected(dag, findings);
        }
        dag.dag()
                .tasks()
                .forEach((name, task) -> {
                    checkTask(dag, name, task, findings);
                    dag.component(task)
                            .flatMap(ComponentSpec::executorLabel)
                            .ifPresent(label -> checkExecutor(dag, name, label, findings));
                });
    }

    private static void checkTask(
            DagScope dag, String name, PipelineTaskSpec task, Findings findings) {
        Place place = dag.task(name);
        if (task.iterator() instanceof Iterator.ArtifactItems) {
            note("cluster.artifact-iterator", place.at("artifactIterator"), name, findings);
        }
        if (task.retryPolicy() != null && task.retryPolicy().maxRetryCount() > 0) {
            note("cluster.retry", place.at("retryPolicy"), name, findings);
        }
        if (task.iterator() != null && loopsOverOuterItem(dag, task)) {
            note("cluster.nested-loop", place, name, findings);
        }
        for (String upstream : task.dependentTasks()) {
            PipelineTaskSpec other = dag.dag().tasks().get(upstream);
            if (other != null && runsAnyway(other)) {
                findings.note(
                        "cluster.waits-for-exit",
                        place.at("dependentTasks"),
                        Map.of("task", name, "other", upstream));
            }
        }
        if (runsAnyway(task) && !task.producers().isEmpty()) {
            note("cluster.ignored-failure-input", place, name, findings);
        }
    }

    /** What a loop collects from an inner loop or from a condition. */
    private static void checkCollected(DagScope dag, Findings findings) {
        DagSpec.DagOutputsSpec outputs = dag.dag().outputs();
        Set<String> collected =
                Stream.concat(
                                outputs.parameters().values().stream()
                                        .flatMap(output -> output.selectors().stream())
                                        .map(DagSpec.ParameterSelectorSpec::producerSubtask),
                                outputs.artifacts().values().stream()
                                        .flatMap(output -> output.artifactSelectors().stream())
                                        .map(DagSpec.ArtifactSelectorSpec::producerSubtask))
                        .collect(Collectors.toSet());
        dag.dag()
                .tasks()
                .forEach((name, task) -> {
                    if (!collected.contains(name)) {
                        return;
                    }
                    if (task.iterator() != null) {
                        note("cluster.nested-collected", dag.task(name), name, findings);
                    } else if (!task.triggerPolicy().condition().isEmpty()) {
                        note("cluster.collected-condition", dag.task(name), name, findings);
                    }
                });
    }

    private static boolean runsAnyway(PipelineTaskSpec task) {
        return task.triggerPolicy().strategy() == TriggerStrategy.ALL_UPSTREAM_TASKS_COMPLETED;
    }

    /** An inner loop over an item of the outer one, or over the outer one's own list. */
    private static boolean loopsOverOuterItem(DagScope dag, PipelineTaskSpec task) {
        if (!(task.iterator() instanceof Iterator.ParameterItems(String items, String _))
                || !dag.isLoopBody()) {
            return false;
        }
        PipelineTaskSpec.InputParameterSpec input = task.inputs().parameters().get(items);
        return input != null
                && input.source() instanceof ParameterSource.ComponentInput(String outer)
                && dag.uses().stream()
                        .map(use -> use.task().iterator())
                        .anyMatch(iterator -> iterator != null && isOf(iterator, outer));
    }

    private static boolean isOf(Iterator iterator, String input) {
        return iterator.itemInput().equals(input)
                || (iterator instanceof Iterator.ParameterItems(String items, String _)
                        && items.equals(input));
    }

    private static void checkExecutor(DagScope dag, String name, String label, Findings findings) {
        ExecutorSpec executor = dag.spec().deploymentSpec().executors().get(label);
        if (executor instanceof ImporterSpec importer
                && JsonText.compact(importer.metadata()).contains("{{$")) {
            note("cluster.importer-metadata", dag.task(name), name, findings);
        }
        if (executor instanceof PipelineContainerSpec container
                && container.args().stream().anyMatch(arg -> arg.startsWith("{\"Concat\""))) {
            note("cluster.concat", dag.task(name), name, findings);
        }
    }

    private static void note(String code, Place place, String name, Findings findings) {
        findings.note(code, place, Map.of("task", name));
    }
}
