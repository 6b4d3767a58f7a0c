package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.pipeline.GraphNode.Kind;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ExecutorSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ImporterSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.InputArtifactSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.ParameterSource;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.TriggerStrategy;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what the tasks of one DAG are, from structure alone. */
final class GraphKinds {
    private final PipelineSpec spec;
    private final Set<String> watched = new HashSet<>();

    GraphKinds(PipelineSpec spec, DagSpec dag) {
        this.spec = spec;
        dag.tasks().values().forEach(task -> exitOf(task).ifPresent(watched::add));
    }

    /**
     * Returns the one task that an exit task watches: it waits for its end, and takes at most its
     * final status.
     */
    static Optional<String> exitOf(PipelineTaskSpec task) {
        if (task.triggerPolicy().strategy() != TriggerStrategy.ALL_UPSTREAM_TASKS_COMPLETED
                || takesData(task)) {
            return Optional.empty();
        }
        Set<String> upstream = task.upstreamTasks();
        return upstream.size() == 1 ? upstream.stream().findFirst() : Optional.empty();
    }

    private static boolean takesData(PipelineTaskSpec task) {
        return task.inputs().parameters().values().stream()
                        .anyMatch(input -> input.source() instanceof ParameterSource.TaskOutput)
                || task.inputs().artifacts().values().stream()
                        .anyMatch(InputArtifactSpec.TaskOutput.class::isInstance);
    }

    Kind of(String name, PipelineTaskSpec task) {
        ComponentSpec component = spec.components().get(task.componentRef());
        if (component == null) {
            return Kind.UNKNOWN;
        }
        return switch (component.implementation()) {
            case ComponentSpec.Implementation.Missing() -> Kind.UNKNOWN;
            case ComponentSpec.Implementation.Executor(String label) ->
                    executor(spec.deploymentSpec().executors().get(label));
            case ComponentSpec.Implementation.Dag(DagSpec dag) -> group(name, task, dag);
        };
    }

    private static Kind executor(@Nullable ExecutorSpec executor) {
        return switch (executor) {
            case null -> Kind.UNKNOWN;
            case ImporterSpec _ -> Kind.IMPORTER;
            case PipelineDeploymentConfig.PipelineContainerSpec _ -> Kind.TASK;
            case PipelineDeploymentConfig.CustomJobSpec _ -> Kind.TASK;
            case PipelineDeploymentConfig.ResolverSpec _ -> Kind.TASK;
            case PipelineDeploymentConfig.UnknownExecutorSpec _ -> Kind.UNKNOWN;
        };
    }

    private Kind group(String name, PipelineTaskSpec task, DagSpec dag) {
        if (task.iterator() != null) {
            return Kind.LOOP;
        }
        if (!task.triggerPolicy().condition().isEmpty()) {
            return Kind.CONDITION;
        }
        if (watched.contains(name)) {
            return Kind.EXIT_HANDLER;
        }
        return holdsBranches(dag) ? Kind.CONDITION_BRANCHES : Kind.SUB_PIPELINE;
    }

    /** Branches of one decision: each condition after the first begins by denying the first. */
    private static boolean holdsBranches(DagSpec dag) {
        List<String> conditions =
                dag.tasks().values().stream()
                        .map(task -> task.triggerPolicy().condition())
                        .toList();
        if (conditions.size() < 2 || conditions.stream().anyMatch(String::isEmpty)) {
            return false;
        }
        return conditions.stream()
                .anyMatch(first ->
                        conditions.stream()
                                .allMatch(other ->
                                        other.equals(first)
                                                || other.startsWith("!(" + first + ")")));
    }
}
