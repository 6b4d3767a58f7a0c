package io.github.binnacle.localengine.run;

import io.github.binnacle.localengine.cache.CacheKey;
import io.github.binnacle.localengine.capacity.Capacity;
import io.github.binnacle.localengine.environment.EnvironmentSpec;
import io.github.binnacle.localengine.environment.PythonEnvironment;
import io.github.binnacle.localengine.plan.ExecutionPlan;
import io.github.binnacle.model.pipeline.ComponentSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.PipelineContainerSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.CachingOptions;
import io.github.binnacle.model.pipeline.PlatformSpec.KubernetesExecutorConfig;
import io.github.binnacle.model.run.TaskValues;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Learns everything about an executor's task that can be known before it runs. */
final class ExecutorTasks {
    private final RunFacts run;
    private final RunBlueprint blueprint;
    private final InputResolver resolver;
    private final Capacity capacity;
    private final Map<String, String> workDigests = new HashMap<>();

    ExecutorTasks(RunFacts run, RunBlueprint blueprint, InputResolver resolver, Capacity capacity) {
        this.run = run;
        this.blueprint = blueprint;
        this.resolver = resolver;
        this.capacity = capacity;
    }

    ExecutorTask of(Work work, String label, PipelineContainerSpec container) throws TaskFailure {
        ExecutionPlan plan = blueprint.plans().get(label);
        if (plan == null) {
            throw TaskFailure.of("run.no-plan", Map.of("label", label));
        }
        TaskValues inputs = DeclaredInputs.withDefaults(work.component(), work.inputs());
        ConstantValues values =
                new ConstantValues(inputs.parameters(), inputs.artifacts(), run, work.path());
        return new ExecutorTask(
                work,
                label,
                container,
                plan,
                inputs,
                pod(work, label),
                TaskResources.of(container.resources(), values, capacity));
    }

    private PodSettings pod(Work work, String label) throws TaskFailure {
        Optional<KubernetesExecutorConfig> config = blueprint.document().platform().executor(label);
        DagFrame frame = work.frame();
        return config.isEmpty() || frame == null
                ? PodSettings.NONE
                : PodSettings.of(config.get(), input -> resolver.one(frame, input, work.path()));
    }

    static Optional<EnvironmentSpec> environment(ExecutionPlan plan) {
        return switch (plan) {
            case ExecutionPlan.PythonFunction function -> Optional.of(function.environment());
            case ExecutionPlan.HostCommand command -> command.environment();
            case ExecutionPlan.ContainerRun _ -> Optional.empty();
            case ExecutionPlan.CreatePvc _, ExecutionPlan.DeletePvc _ -> Optional.empty();
        };
    }

    /** Returns the key of the task's outputs; empty if caching is off for it. */
    String cacheKey(ExecutorTask task, @Nullable PythonEnvironment environment) {
        PipelineTaskSpec spec = task.work().task();
        CachingOptions caching = spec == null ? CachingOptions.OFF : spec.cachingOptions();
        if (!blueprint.useCache() || !caching.enableCache()) {
            return "";
        }
        return CacheKey.of(
                new CacheKey.Ingredients(
                        List.of(run.run().project(), run.run().pipelineName()),
                        spec == null ? "" : spec.componentRef(),
                        workDigests.computeIfAbsent(
                                task.label(), _ -> CacheKey.digest(workOf(task))),
                        environment == null ? "" : environment.key(),
                        task.pod().sources(),
                        caching.cacheKey()),
                task.inputs());
    }

    private static Value workOf(ExecutorTask task) {
        PipelineContainerSpec container = task.container();
        ComponentSpec component = task.work().component();
        List<Value> parts = new ArrayList<>();
        parts.add(Value.of(container.image()));
        parts.add(
                Value.of(
                        Stream.concat(container.command().stream(), container.args().stream())
                                .map(Value::of)
                                .toList()));
        container.env().forEach(entry -> parts.add(Value.of(entry.name() + "=" + entry.value())));
        component
                .outputDefinitions()
                .parameters()
                .forEach((name, spec) -> parts.add(Value.of(name + ":" + spec.parameterType())));
        component
                .outputDefinitions()
                .artifacts()
                .forEach((name, spec) -> parts.add(Value.of(name + ":" + spec)));
        parts.add(Value.of(sourceOf(task.plan())));
        return Value.of(parts);
    }

    /** The source of a containerised component is not in the document, and counts all the same. */
    private static String sourceOf(ExecutionPlan plan) {
        if (!(plan instanceof ExecutionPlan.PythonFunction function)) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        function.module().ifPresent(module -> text.append(contents(module)));
        for (Path folder : function.importPath()) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".py"))
                        .sorted()
                        .forEach(file -> text.append(file).append('\n').append(contents(file)));
            } catch (IOException e) {
                text.append(folder).append(" cannot be read: ").append(e);
            }
        }
        return text.toString();
    }

    private static String contents(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return file + " cannot be read: " + e;
        }
    }
}
