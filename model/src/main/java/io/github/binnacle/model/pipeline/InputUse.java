package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.cel.CelExpressions;
import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ExecutorSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ImporterSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.PipelineContainerSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.InputArtifactSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.InputParameterSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.Iterator;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.ParameterSource;
import io.github.binnacle.model.placeholder.Placeholder;
import io.github.binnacle.model.placeholder.Placeholders;
import io.github.binnacle.model.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds which inputs of a task something reads, though its component does not declare them: the
 * compiler adds such inputs to feed constants, resources, conditions and the platform spec.
 */
final class InputUse {
    private final SpecScope scope;

    InputUse(SpecScope scope) {
        this.scope = scope;
    }

    Set<String> of(PipelineTaskSpec task, ComponentSpec component) {
        Set<String> used = new HashSet<>();
        for (InputParameterSpec input : task.inputs().parameters().values()) {
            if (input.source() instanceof ParameterSource.RuntimeConstant(Value constant)) {
                addNamedIn(constant, used);
            }
        }
        used.addAll(conditionInputs(task));
        addIterated(task, used);
        component.executorLabel().ifPresent(label -> addExecutor(label, used));
        component.dag().ifPresent(dag -> addTakenInside(dag, used));
        return used;
    }

    private static List<String> conditionInputs(PipelineTaskSpec task) {
        String condition = task.triggerPolicy().condition();
        return condition.isEmpty() ? List.of() : CelExpressions.inputsNamedIn(condition);
    }

    private static void addIterated(PipelineTaskSpec task, Set<String> used) {
        switch (task.iterator()) {
            case Iterator.ParameterItems(String input, String _) -> used.add(input);
            case Iterator.ArtifactItems(String input, String _) -> used.add(input);
            case Iterator.RawItems _ -> {}
            case null -> {}
        }
    }

    private void addExecutor(String label, Set<String> used) {
        ExecutorSpec executor = scope.spec().deploymentSpec().executors().get(label);
        if (executor instanceof PipelineContainerSpec container) {
            texts(container).forEach(text -> addNamedIn(text, used));
        } else if (executor instanceof ImporterSpec importer) {
            addNamedIn(importer.metadata(), used);
            if (importer.artifactUri() instanceof ParameterSource.RuntimeParameter(String name)) {
                used.add(name);
            }
        }
        scope.document()
                .platform()
                .executor(label)
                .ifPresent(config -> addTextsIn(config.source(), used));
    }

    /** Returns every text of a container that may hold placeholders. */
    private static Stream<String> texts(PipelineContainerSpec container) {
        return Stream.of(
                        container.command().stream(),
                        container.args().stream(),
                        container.env().stream().map(PipelineDeploymentConfig.EnvVar::value),
                        container.resources().texts().values().stream(),
                        Stream.of(container.image()))
                .flatMap(texts -> texts);
    }

    private static void addTakenInside(DagSpec dag, Set<String> used) {
        for (PipelineTaskSpec inner : dag.tasks().values()) {
            inner.inputs()
                    .parameters()
                    .values()
                    .forEach(input -> {
                        switch (input.source()) {
                            case ParameterSource.ComponentInput(String name) -> used.add(name);
                            case ParameterSource.RuntimeParameter(String name) -> used.add(name);
                            case ParameterSource.TaskOutput _,
                                    ParameterSource.TaskFinalStatus _ -> {}
                            case ParameterSource.RuntimeConstant _, ParameterSource.Missing _ -> {}
                        }
                    });
            inner.inputs()
                    .artifacts()
                    .values()
                    .forEach(input -> {
                        if (input instanceof InputArtifactSpec.ComponentInput(String name)) {
                            used.add(name);
                        }
                    });
        }
    }

    private static void addNamedIn(Value value, Set<String> used) {
        addNamedIn(value instanceof Value.Text(String text) ? text : JsonText.compact(value), used);
    }

    private static void addNamedIn(String text, Set<String> used) {
        if (!text.contains("{{$") && !text.contains("IfPresent")) {
            return;
        }
        for (Placeholder placeholder : Placeholders.in(text)) {
            switch (placeholder) {
                case Placeholder.InputParameter(String name) -> used.add(name);
                case Placeholder.InputArtifact(String name, String _) -> used.add(name);
                case Placeholder.ExecutorInput _, Placeholder.OutputParameterFile _ -> {}
                case Placeholder.OutputArtifact _, Placeholder.OutputFile _ -> {}
                case Placeholder.Job _, Placeholder.Unknown _ -> {}
            }
        }
    }

    /** The platform spec names inputs in many fields; every text in it counts as a name. */
    private static void addTextsIn(Value value, Set<String> used) {
        switch (value) {
            case Value.Text(String text) -> {
                used.add(text);
                addNamedIn(text, used);
            }
            case Value.Items(List<Value> items) -> items.forEach(item -> addTextsIn(item, used));
            case Value.Struct(Map<String, Value> fields) ->
                    fields.values().forEach(field -> addTextsIn(field, used));
            case Value.Null _, Value.Bool _, Value.Num _ -> {}
        }
    }
}
