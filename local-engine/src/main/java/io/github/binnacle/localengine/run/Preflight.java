package io.github.binnacle.localengine.run;

import io.github.binnacle.localengine.capacity.Capacity;
import io.github.binnacle.localengine.plan.ExecutionPlan;
import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.pipeline.DagSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.PipelineContainerSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ResourceSpec;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.ParameterSource;
import io.github.binnacle.model.pipeline.PlatformSpec.KubernetesExecutorConfig;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import io.github.binnacle.model.workplace.SecretSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks, before a run starts, for what its executors ask for and cannot get: more than this
 * computer has, secrets that are missing, places where nothing can be mounted. What depends on
 * inputs shows only as the task begins.
 */
final class Preflight {
    private final SecretSource secrets;
    private final Capacity capacity;

    Preflight(SecretSource secrets, Capacity capacity) {
        this.secrets = secrets;
        this.capacity = capacity;
    }

    /** A check of one executor. */
    @FunctionalInterface
    private interface Check {
        void run() throws TaskFailure;
    }

    List<Problem> check(PipelineDocument document, Map<String, ExecutionPlan> plans) {
        List<Problem> problems = new ArrayList<>();
        plans.forEach((label, plan) -> {
            if (document.spec().deploymentSpec().executors().get(label)
                    instanceof PipelineContainerSpec container) {
                attempt(document, label, problems, () -> resources(container.resources()));
            }
            document.platform()
                    .executor(label)
                    .ifPresent(
                            config -> attempt(document, label, problems, () -> pod(config, plan)));
        });
        return problems;
    }

    private static void attempt(
            PipelineDocument document, String label, List<Problem> problems, Check check) {
        try {
            check.run();
        } catch (TaskFailure e) {
            problems.add(
                    new Problem(
                            "run.step-cannot",
                            Severity.ERROR,
                            new Address.NodeAddress(
                                    document.address(),
                                    0,
                                    List.of("deploymentSpec", "executors", label)),
                            document.nearestRange(List.of("deploymentSpec", "executors", label)),
                            Map.of(
                                    "tasks", String.join(", ", users(document, label)),
                                    "detail", e.explanation().sentence())));
        }
    }

    private static List<String> users(PipelineDocument document, String label) {
        return Stream.concat(
                        Stream.of(document.spec().root()),
                        document.spec().components().values().stream())
                .flatMap(component -> component.dag().stream())
                .flatMap((DagSpec dag) -> dag.tasks().entrySet().stream())
                .filter(task ->
                        Optional.ofNullable(
                                        document.spec()
                                                .components()
                                                .get(task.getValue().componentRef()))
                                .flatMap(component -> component.executorLabel())
                                .filter(label::equals)
                                .isPresent())
                .map(task -> "\"" + task.getKey() + "\"")
                .distinct()
                .toList();
    }

    private void resources(ResourceSpec spec) throws TaskFailure {
        boolean isKnown =
                Stream.of(
                                spec.resourceCpuRequest(),
                                spec.resourceCpuLimit(),
                                spec.resourceMemoryRequest(),
                                spec.resourceMemoryLimit(),
                                spec.acceleratorType(),
                                spec.acceleratorCount())
                        .noneMatch(text -> text.contains("{{$"));
        if (isKnown) {
            TaskResources.of(spec, new NoPlaceholders(), capacity);
        }
    }

    private void pod(KubernetesExecutorConfig config, ExecutionPlan plan) throws TaskFailure {
        PodSettings known =
                PodSettings.of(
                        config,
                        input ->
                                input.source() instanceof ParameterSource.RuntimeConstant constant
                                        ? Optional.of(constant.constant())
                                        : Optional.empty());
        for (PodSettings.Keys keys : known.keys()) {
            for (String key : keys.isOptional() ? List.<String>of() : keys.keyToEnv().keySet()) {
                if (secrets.find(keys.kind(), keys.name())
                        .filter(entry -> entry.containsKey(key))
                        .isEmpty()) {
                    throw PodEnvironment.missing(keys.kind(), keys.name(), key);
                }
            }
        }
        for (PodSettings.Mount mount : known.mounts()) {
            mount(mount, plan);
        }
    }

    private void mount(PodSettings.Mount mount, ExecutionPlan plan) throws TaskFailure {
        boolean isThere =
                !(mount instanceof PodSettings.KeyFiles files)
                        || secrets.find(files.kind(), files.name()).isPresent();
        if (mount instanceof PodSettings.KeyFiles files && !isThere) {
            if (!files.isOptional()) {
                throw PodEnvironment.missing(files.kind(), files.name(), "KEY");
            }
            return;
        }
        if (!(plan instanceof ExecutionPlan.ContainerRun) && !HostMounts.isPossible(mount.path())) {
            throw TaskFailure.of(
                    "run.mount", Map.of("path", mount.path(), "detail", "no right to make it"));
        }
    }
}
