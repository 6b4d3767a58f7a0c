package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.document.DocumentNode;
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
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads PipelineTaskSpecs. */
final class TaskReader {
    private static final Map<String, TriggerStrategy> STRATEGIES =
            Map.of(
                    "ALL_UPSTREAM_TASKS_SUCCEEDED", TriggerStrategy.ALL_UPSTREAM_TASKS_SUCCEEDED,
                    "ALL_UPSTREAM_TASKS_COMPLETED", TriggerStrategy.ALL_UPSTREAM_TASKS_COMPLETED,
                    "TRIGGER_STRATEGY_UNSPECIFIED", TriggerStrategy.ALL_UPSTREAM_TASKS_SUCCEEDED);
    private static final double DEFAULT_BACKOFF_FACTOR = 2;
    private static final Duration DEFAULT_LONGEST_BACKOFF = Duration.ofHours(1);

    PipelineTaskSpec read(NodeReader task) {
        return new PipelineTaskSpec(
                task.mapping("taskInfo").map(info -> info.text("name")).orElse(""),
                task.mapping("componentRef").map(ref -> ref.text("name")).orElse(""),
                task.mapping("inputs").map(TaskReader::inputs).orElse(TaskInputsSpec.EMPTY),
                task.texts("dependentTasks"),
                task.mapping("cachingOptions").map(TaskReader::caching).orElse(CachingOptions.OFF),
                task.mapping("triggerPolicy").map(TaskReader::trigger).orElse(TriggerPolicy.ALWAYS),
                iterator(task),
                task.mapping("iteratorPolicy")
                        .map(policy -> policy.count("parallelismLimit"))
                        .orElse(0),
                task.mapping("retryPolicy").map(TaskReader::retry).orElse(null));
    }

    private static CachingOptions caching(NodeReader caching) {
        return new CachingOptions(caching.flag("enableCache"), caching.text("cacheKey"));
    }

    private static TriggerPolicy trigger(NodeReader trigger) {
        return new TriggerPolicy(
                trigger.text("condition"),
                PipelineSpecReader.word(
                        trigger,
                        "strategy",
                        STRATEGIES,
                        TriggerStrategy.ALL_UPSTREAM_TASKS_SUCCEEDED));
    }

    private static RetryPolicy retry(NodeReader retry) {
        return new RetryPolicy(
                retry.count("maxRetryCount"),
                duration(retry, "backoffDuration").orElse(Duration.ZERO),
                retry.number("backoffFactor").orElse(DEFAULT_BACKOFF_FACTOR),
                duration(retry, "backoffMaxDuration").orElse(DEFAULT_LONGEST_BACKOFF));
    }

    /** Reads a proto Duration: {@code 10s}, {@code 1.5s}. */
    private static Optional<Duration> duration(NodeReader owner, String name) {
        String text = owner.text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            double seconds =
                    Double.parseDouble(
                            text.endsWith("s") ? text.substring(0, text.length() - 1) : text);
            return Optional.of(Duration.ofMillis(Math.round(seconds * 1000)));
        } catch (NumberFormatException e) {
            owner.problems()
                    .wrongType(owner.field(name).orElseThrow(), name, "seconds, such as 10s");
            return Optional.empty();
        }
    }

    private static @Nullable Iterator iterator(NodeReader task) {
        Optional<NodeReader> parameters = task.mapping("parameterIterator");
        if (parameters.isPresent()) {
            return parameterIterator(parameters.get());
        }
        return task.mapping("artifactIterator")
                .<Iterator>map(artifacts ->
                        new Iterator.ArtifactItems(
                                artifacts
                                        .mapping("items")
                                        .map(items -> items.text("inputArtifact"))
                                        .orElse(""),
                                artifacts.text("itemInput")))
                .orElse(null);
    }

    private static Iterator parameterIterator(NodeReader iterator) {
        String itemInput = iterator.text("itemInput");
        Optional<NodeReader> items = iterator.mapping("items");
        if (items.isPresent() && items.get().has("raw")) {
            return new Iterator.RawItems(items.get().text("raw"), itemInput);
        }
        return new Iterator.ParameterItems(
                items.map(mapping -> mapping.text("inputParameter")).orElse(""), itemInput);
    }

    private static TaskInputsSpec inputs(NodeReader inputs) {
        return new TaskInputsSpec(
                inputs.mapOfMappings("parameters", TaskReader::inputParameter),
                inputs.mapOfMappings("artifacts", TaskReader::inputArtifact));
    }

    static InputParameterSpec inputParameter(NodeReader input) {
        return new InputParameterSpec(source(input), input.text("parameterExpressionSelector"));
    }

    private static ParameterSource source(NodeReader input) {
        if (input.has("taskOutputParameter")) {
            NodeReader output = input.mapping("taskOutputParameter").orElseThrow();
            return new ParameterSource.TaskOutput(
                    output.text("producerTask"), output.text("outputParameterKey"));
        }
        if (input.has("runtimeValue")) {
            return runtimeValue(input.mapping("runtimeValue").orElseThrow());
        }
        if (input.has("componentInputParameter")) {
            return new ParameterSource.ComponentInput(input.text("componentInputParameter"));
        }
        return input.mapping("taskFinalStatus")
                .<ParameterSource>map(
                        status -> new ParameterSource.TaskFinalStatus(status.text("producerTask")))
                .orElse(new ParameterSource.Missing());
    }

    /** Reads a ValueOrRuntimeParameter. */
    static ParameterSource runtimeValue(NodeReader value) {
        if (value.has("runtimeParameter")) {
            return new ParameterSource.RuntimeParameter(value.text("runtimeParameter"));
        }
        return constant(value)
                .<ParameterSource>map(ParameterSource.RuntimeConstant::new)
                .orElseGet(() -> explicitNull(value));
    }

    private static ParameterSource explicitNull(NodeReader value) {
        return value.valueOrNull("constant").isPresent()
                ? new ParameterSource.RuntimeConstant(Value.NULL)
                : new ParameterSource.Missing();
    }

    /** Reads {@code constant}, or its deprecated twin {@code constantValue}. */
    static Optional<Value> constant(NodeReader value) {
        Optional<DocumentNode> constant = value.field("constant");
        if (constant.isPresent()) {
            return constant.map(DocumentNode::value);
        }
        return value.mapping("constantValue").flatMap(TaskReader::oldConstant);
    }

    private static Optional<Value> oldConstant(NodeReader value) {
        if (value.has("intValue")) {
            return Optional.of(Value.of(value.whole("intValue")));
        }
        return value.field("doubleValue")
                .or(() -> value.field("stringValue"))
                .map(DocumentNode::value);
    }

    private static InputArtifactSpec inputArtifact(NodeReader input) {
        if (input.has("taskOutputArtifact")) {
            NodeReader output = input.mapping("taskOutputArtifact").orElseThrow();
            return new InputArtifactSpec.TaskOutput(
                    output.text("producerTask"), output.text("outputArtifactKey"));
        }
        return input.has("componentInputArtifact")
                ? new InputArtifactSpec.ComponentInput(input.text("componentInputArtifact"))
                : new InputArtifactSpec.Missing();
    }
}
