package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.value.Value;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A task of a DAG (KFP v2 IR, PipelineTaskSpec). Its identity is its key in the DAG.
 *
 * @param taskInfoName name to show; empty if the file gives none
 * @param componentRef key into the components of the pipeline
 * @param iterator null if the task runs once
 * @param parallelismLimit iterations at once; 0 is unlimited
 */
public record PipelineTaskSpec(
        String taskInfoName,
        String componentRef,
        TaskInputsSpec inputs,
        List<String> dependentTasks,
        CachingOptions cachingOptions,
        TriggerPolicy triggerPolicy,
        @Nullable Iterator iterator,
        int parallelismLimit,
        @Nullable RetryPolicy retryPolicy) {
    public PipelineTaskSpec {
        dependentTasks = List.copyOf(dependentTasks);
    }

    /**
     * Returns the siblings this task waits for: those listed, those that produce an input, and
     * those whose final status it takes.
     */
    public Set<String> upstreamTasks() {
        Set<String> upstream = new LinkedHashSet<>(dependentTasks);
        upstream.addAll(producers());
        for (InputParameterSpec input : inputs.parameters().values()) {
            if (input.source() instanceof ParameterSource.TaskFinalStatus status) {
                upstream.add(status.producerTask());
            }
        }
        return Collections.unmodifiableSet(upstream);
    }

    /** Returns the siblings that produce an input of this task. */
    public Set<String> producers() {
        Set<String> producers = new LinkedHashSet<>();
        for (InputParameterSpec input : inputs.parameters().values()) {
            if (input.source() instanceof ParameterSource.TaskOutput output) {
                producers.add(output.producerTask());
            }
        }
        for (InputArtifactSpec input : inputs.artifacts().values()) {
            if (input instanceof InputArtifactSpec.TaskOutput output) {
                producers.add(output.producerTask());
            }
        }
        return Collections.unmodifiableSet(producers);
    }

    public record TaskInputsSpec(
            Map<String, InputParameterSpec> parameters, Map<String, InputArtifactSpec> artifacts) {
        public static final TaskInputsSpec EMPTY = new TaskInputsSpec(Map.of(), Map.of());

        public TaskInputsSpec {
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
            artifacts = Collections.unmodifiableMap(new LinkedHashMap<>(artifacts));
        }
    }

    /**
     * @param parameterExpressionSelector CEL applied to the value afterwards; empty if there is
     *     none
     */
    public record InputParameterSpec(ParameterSource source, String parameterExpressionSelector) {}

    /** Where an input parameter comes from. */
    public sealed interface ParameterSource {
        record TaskOutput(String producerTask, String outputParameterKey)
                implements ParameterSource {}

        /**
         * A constant; texts in it may hold placeholders. The deprecated {@code constantValue} is
         * read as this.
         */
        record RuntimeConstant(Value constant) implements ParameterSource {}

        /** A parameter of the run, by name. */
        record RuntimeParameter(String name) implements ParameterSource {}

        /** An input of the component whose DAG this is. */
        record ComponentInput(String name) implements ParameterSource {}

        record TaskFinalStatus(String producerTask) implements ParameterSource {}

        /** The file names the input but no source. */
        record Missing() implements ParameterSource {}
    }

    /** Where an input artifact comes from. */
    public sealed interface InputArtifactSpec {
        record TaskOutput(String producerTask, String outputArtifactKey)
                implements InputArtifactSpec {}

        record ComponentInput(String name) implements InputArtifactSpec {}

        record Missing() implements InputArtifactSpec {}
    }

    /**
     * @param cacheKey the user's own key; empty to let KFP derive it
     */
    public record CachingOptions(boolean enableCache, String cacheKey) {
        public static final CachingOptions OFF = new CachingOptions(false, "");
    }

    /**
     * @param condition CEL over the task's own inputs; empty means always
     */
    public record TriggerPolicy(String condition, TriggerStrategy strategy) {
        public static final TriggerPolicy ALWAYS =
                new TriggerPolicy("", TriggerStrategy.ALL_UPSTREAM_TASKS_SUCCEEDED);
    }

    /** When a task is ready; the unspecified strategy is read as the first. */
    public enum TriggerStrategy {
        ALL_UPSTREAM_TASKS_SUCCEEDED,
        ALL_UPSTREAM_TASKS_COMPLETED
    }

    /** Fan-out over the items of a list. */
    public sealed interface Iterator {
        /** Name of the input that receives each item. */
        String itemInput();

        /** Items written in the file, as the text of a JSON array. */
        record RawItems(String raw, String itemInput) implements Iterator {}

        /** Items of one of the task's own input parameters. */
        record ParameterItems(String inputParameter, String itemInput) implements Iterator {}

        /** Artifacts of one of the task's own input artifact lists. */
        record ArtifactItems(String inputArtifact, String itemInput) implements Iterator {}
    }

    /** Attempts after the first, and the wait before each. */
    public record RetryPolicy(
            int maxRetryCount,
            Duration backoffDuration,
            double backoffFactor,
            Duration backoffMaxDuration) {}
}
