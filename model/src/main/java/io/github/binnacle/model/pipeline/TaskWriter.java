package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.pipeline.PipelineTaskSpec.CachingOptions;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.InputArtifactSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.InputParameterSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.Iterator;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.ParameterSource;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.RetryPolicy;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.TaskInputsSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.TriggerPolicy;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.TriggerStrategy;
import io.github.binnacle.model.value.Value;
import java.math.BigDecimal;
import java.time.Duration;

/** Writes PipelineTaskSpecs. */
public final class TaskWriter {
    private TaskWriter() {}

    /** Returns a task in proto3's JSON form. */
    public static Value.Struct value(PipelineTaskSpec task) {
        Fields fields = new Fields().put("cachingOptions", caching(task.cachingOptions()));
        if (!task.componentRef().isEmpty()) {
            fields.fields("componentRef", new Fields().text("name", task.componentRef()));
        }
        fields.texts("dependentTasks", task.dependentTasks())
                .fields("inputs", inputs(task.inputs()));
        if (task.parallelismLimit() != 0) {
            Fields limit = new Fields().put("parallelismLimit", Value.of(task.parallelismLimit()));
            fields.fields("iteratorPolicy", limit);
        }
        if (task.iterator() != null) {
            addIterator(fields, task.iterator());
        }
        if (task.retryPolicy() != null) {
            fields.put("retryPolicy", retry(task.retryPolicy()));
        }
        return fields.fields("taskInfo", new Fields().text("name", task.taskInfoName()))
                .fields("triggerPolicy", trigger(task.triggerPolicy()))
                .struct();
    }

    private static Value caching(CachingOptions caching) {
        return new Fields()
                .text("cacheKey", caching.cacheKey())
                .flag("enableCache", caching.enableCache())
                .struct();
    }

    private static Fields inputs(TaskInputsSpec inputs) {
        Fields artifacts = new Fields();
        inputs.artifacts().forEach((name, input) -> artifacts.put(name, value(input)));
        Fields parameters = new Fields();
        inputs.parameters().forEach((name, input) -> parameters.put(name, value(input)));
        return new Fields().fields("artifacts", artifacts).fields("parameters", parameters);
    }

    private static Value value(InputArtifactSpec input) {
        return switch (input) {
            case InputArtifactSpec.TaskOutput(String producer, String key) ->
                    new Fields()
                            .put(
                                    "taskOutputArtifact",
                                    new Fields()
                                            .text("outputArtifactKey", key)
                                            .text("producerTask", producer)
                                            .struct())
                            .struct();
            case InputArtifactSpec.ComponentInput(String name) ->
                    new Fields().text("componentInputArtifact", name).struct();
            case InputArtifactSpec.Missing _ -> Value.Struct.EMPTY;
        };
    }

    /** Returns an input of a task in proto3's JSON form. */
    public static Value.Struct value(InputParameterSpec input) {
        Fields fields = new Fields();
        switch (input.source()) {
            case ParameterSource.TaskOutput(String producer, String key) ->
                    fields.put(
                            "taskOutputParameter",
                            new Fields()
                                    .text("outputParameterKey", key)
                                    .text("producerTask", producer)
                                    .struct());
            case ParameterSource.RuntimeConstant _, ParameterSource.RuntimeParameter _ ->
                    fields.put("runtimeValue", runtimeValue(input.source()));
            case ParameterSource.ComponentInput(String name) ->
                    fields.text("componentInputParameter", name);
            case ParameterSource.TaskFinalStatus(String producer) ->
                    fields.put(
                            "taskFinalStatus",
                            new Fields().text("producerTask", producer).struct());
            case ParameterSource.Missing _ -> {}
        }
        return fields.text("parameterExpressionSelector", input.parameterExpressionSelector())
                .struct();
    }

    /** Writes a ValueOrRuntimeParameter; empty for every other source. */
    static Value.Struct runtimeValue(ParameterSource source) {
        return switch (source) {
            case ParameterSource.RuntimeConstant(Value constant) ->
                    new Fields().put("constant", constant).struct();
            case ParameterSource.RuntimeParameter(String name) ->
                    new Fields().text("runtimeParameter", name).struct();
            case ParameterSource.TaskOutput _, ParameterSource.ComponentInput _ ->
                    Value.Struct.EMPTY;
            case ParameterSource.TaskFinalStatus _, ParameterSource.Missing _ -> Value.Struct.EMPTY;
        };
    }

    private static void addIterator(Fields fields, Iterator iterator) {
        Fields items = new Fields();
        switch (iterator) {
            case Iterator.RawItems(String raw, String _) -> items.put("raw", Value.of(raw));
            case Iterator.ParameterItems(String input, String _) ->
                    items.text("inputParameter", input);
            case Iterator.ArtifactItems(String input, String _) ->
                    items.text("inputArtifact", input);
        }
        fields.put(
                iterator instanceof Iterator.ArtifactItems
                        ? "artifactIterator"
                        : "parameterIterator",
                new Fields()
                        .text("itemInput", iterator.itemInput())
                        .fields("items", items)
                        .struct());
    }

    private static Value retry(RetryPolicy retry) {
        return new Fields()
                .put("backoffDuration", Value.of(seconds(retry.backoffDuration())))
                .put("backoffFactor", Value.of(retry.backoffFactor()))
                .put("backoffMaxDuration", Value.of(seconds(retry.backoffMaxDuration())))
                .put("maxRetryCount", Value.of(retry.maxRetryCount()))
                .struct();
    }

    private static String seconds(Duration duration) {
        return new BigDecimal(duration.toMillis())
                        .movePointLeft(3)
                        .stripTrailingZeros()
                        .toPlainString()
                + "s";
    }

    private static Fields trigger(TriggerPolicy trigger) {
        Fields fields = new Fields().text("condition", trigger.condition());
        return trigger.strategy() == TriggerStrategy.ALL_UPSTREAM_TASKS_COMPLETED
                ? fields.text("strategy", trigger.strategy().name())
                : fields;
    }
}
