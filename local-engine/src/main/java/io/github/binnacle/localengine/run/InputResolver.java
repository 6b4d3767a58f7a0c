package io.github.binnacle.localengine.run;

import io.github.binnacle.model.cel.CelException;
import io.github.binnacle.model.cel.CelExpressions;
import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.pipeline.PipelineTaskSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.InputArtifactSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.InputParameterSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.ParameterSource;
import io.github.binnacle.model.placeholder.PlaceholderException;
import io.github.binnacle.model.placeholder.Placeholders;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskValues;
import io.github.binnacle.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Finds the values of a task's inputs within the DAG around it. */
final class InputResolver {
    private final RunFacts run;

    InputResolver(RunFacts run) {
        this.run = run;
    }

    /**
     * Returns the inputs of a task, converted to their declared types. Inputs left out are not in
     * it, except those of DAGs: they have their defaults, or null.
     *
     * @throws TaskFailure if an input that must be there is not, or has a value it cannot have
     */
    TaskValues resolve(DagFrame frame, Work work) throws TaskFailure {
        PipelineTaskSpec task = Objects.requireNonNull(work.task());
        Map<String, List<RuntimeArtifact>> artifacts = artifacts(frame, task);
        Map<String, Value> given = parameters(frame, task, artifacts, work.path());
        Map<String, Value> declared = new LinkedHashMap<>(given);
        DeclaredInputs.complete(work, declared);
        DeclaredInputs.check(work, artifacts);
        return new TaskValues(declared, artifacts);
    }

    /** Returns one value that the platform document gives in a task's name; empty if left out. */
    Optional<Value> one(DagFrame frame, InputParameterSpec input, TaskPath task)
            throws TaskFailure {
        Map<String, Value> parameters = parameters(frame, Map.of("value", input), Map.of(), task);
        return Optional.ofNullable(parameters.get("value"))
                .filter(value -> !(value instanceof Value.Null));
    }

    private Map<String, Value> parameters(
            DagFrame frame,
            PipelineTaskSpec task,
            Map<String, List<RuntimeArtifact>> artifacts,
            TaskPath path)
            throws TaskFailure {
        return parameters(frame, task.inputs().parameters(), artifacts, path);
    }

    /** Constants come last, and those with placeholders after the others: they may name them. */
    private Map<String, Value> parameters(
            DagFrame frame,
            Map<String, InputParameterSpec> inputs,
            Map<String, List<RuntimeArtifact>> artifacts,
            TaskPath path)
            throws TaskFailure {
        Map<String, Value> values = new LinkedHashMap<>();
        for (var input : inputs.entrySet()) {
            Optional<Value> value = value(frame, input.getValue().source());
            if (value.isPresent()) {
                values.put(input.getKey(), selected(input, value.get()));
            }
        }
        ConstantValues known = new ConstantValues(values, artifacts, run, path);
        for (var input : inputs.entrySet()) {
            if (input.getValue().source() instanceof ParameterSource.RuntimeConstant(Value text)
                    && isTemplate(text)) {
                values.put(input.getKey(), selected(input, filled(input.getKey(), text, known)));
            }
        }
        return values;
    }

    private Optional<Value> value(DagFrame frame, ParameterSource source) {
        return switch (source) {
            case ParameterSource.TaskOutput(String producer, String key) ->
                    frame.task(producer).map(task -> task.outputs().parameters().get(key));
            case ParameterSource.TaskFinalStatus(String producer) ->
                    frame.task(producer).map(task -> FinalStatus.of(task, run));
            case ParameterSource.ComponentInput(String name) -> frame.input(name);
            case ParameterSource.RuntimeParameter(String name) ->
                    Optional.ofNullable(run.parameters().get(name));
            case ParameterSource.RuntimeConstant(Value constant) ->
                    isTemplate(constant) ? Optional.empty() : Optional.of(constant);
            case ParameterSource.Missing _ -> Optional.empty();
        };
    }

    private static boolean isTemplate(Value constant) {
        return switch (constant) {
            case Value.Text(String text) -> text.contains("{{$");
            case Value.Items _, Value.Struct _ -> JsonText.compact(constant).contains("{{$");
            case Value.Null _, Value.Bool _, Value.Num _ -> false;
        };
    }

    private static Value filled(String input, Value constant, ConstantValues known)
            throws TaskFailure {
        try {
            return Placeholders.resolveConstant(constant, known);
        } catch (PlaceholderException e) {
            throw TaskFailure.of(
                    "run.input-placeholder",
                    Map.of("input", input, "detail", String.valueOf(e.getMessage())));
        }
    }

    private static Value selected(Map.Entry<String, InputParameterSpec> input, Value value)
            throws TaskFailure {
        String selector = input.getValue().parameterExpressionSelector();
        if (selector.isEmpty()) {
            return value;
        }
        try {
            return CelExpressions.select(selector, value);
        } catch (CelException e) {
            throw TaskFailure.of(
                    "run.input-selector",
                    Map.of(
                            "input", input.getKey(),
                            "found", Shortened.value(value),
                            "detail", String.valueOf(e.getMessage())));
        }
    }

    private static Map<String, List<RuntimeArtifact>> artifacts(
            DagFrame frame, PipelineTaskSpec task) {
        Map<String, List<RuntimeArtifact>> artifacts = new LinkedHashMap<>();
        task.inputs()
                .artifacts()
                .forEach((name, source) ->
                        artifacts(frame, source).ifPresent(list -> artifacts.put(name, list)));
        return artifacts;
    }

    private static Optional<List<RuntimeArtifact>> artifacts(
            DagFrame frame, InputArtifactSpec source) {
        return switch (source) {
            case InputArtifactSpec.TaskOutput(String producer, String key) ->
                    frame.task(producer).map(task -> task.outputs().artifacts().get(key));
            case InputArtifactSpec.ComponentInput(String name) ->
                    Optional.ofNullable(frame.work().inputs().artifacts().get(name));
            case InputArtifactSpec.Missing _ -> Optional.empty();
        };
    }
}
