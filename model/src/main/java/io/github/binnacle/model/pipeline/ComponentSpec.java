package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Inputs, outputs and implementation of a component (KFP v2 IR, ComponentSpec). */
public record ComponentSpec(
        ComponentInputsSpec inputDefinitions,
        ComponentOutputsSpec outputDefinitions,
        Implementation implementation,
        List<TaskConfigPassthrough> taskConfigPassthroughs) {
    public ComponentSpec {
        taskConfigPassthroughs = List.copyOf(taskConfigPassthroughs);
    }

    /** Returns the DAG, if this component is one. */
    public Optional<DagSpec> dag() {
        return implementation instanceof Implementation.Dag(DagSpec dag)
                ? Optional.of(dag)
                : Optional.empty();
    }

    /** Returns the executor label, if this component is executed. */
    public Optional<String> executorLabel() {
        return implementation instanceof Implementation.Executor(String label)
                ? Optional.of(label)
                : Optional.empty();
    }

    /** What a component does. */
    public sealed interface Implementation {
        record Dag(DagSpec dag) implements Implementation {}

        /**
         * @param executorLabel key into the executors of the deployment spec
         */
        record Executor(String executorLabel) implements Implementation {}

        /** Neither is given: such a component cannot run. */
        record Missing() implements Implementation {}
    }

    public record ComponentInputsSpec(
            Map<String, ArtifactSpec> artifacts, Map<String, ParameterSpec> parameters) {
        public static final ComponentInputsSpec EMPTY = new ComponentInputsSpec(Map.of(), Map.of());

        public ComponentInputsSpec {
            artifacts = Collections.unmodifiableMap(new LinkedHashMap<>(artifacts));
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }

        public record ArtifactSpec(
                ArtifactTypeSchema artifactType,
                boolean isArtifactList,
                boolean isOptional,
                String description) {}

        /**
         * @param defaultValue null if the file gives none; {@link Value#NULL} if it gives null
         * @param literals the only values allowed, if there are any
         */
        public record ParameterSpec(
                ParameterType parameterType,
                @Nullable Value defaultValue,
                boolean isOptional,
                String description,
                List<Value> literals) {
            public ParameterSpec {
                literals = List.copyOf(literals);
            }

            /** Says whether a task must give this input: it is not optional and has no default. */
            public boolean isRequired() {
                return !isOptional && defaultValue == null;
            }
        }
    }

    public record ComponentOutputsSpec(
            Map<String, ArtifactSpec> artifacts, Map<String, ParameterSpec> parameters) {
        public static final ComponentOutputsSpec EMPTY =
                new ComponentOutputsSpec(Map.of(), Map.of());

        public ComponentOutputsSpec {
            artifacts = Collections.unmodifiableMap(new LinkedHashMap<>(artifacts));
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }

        /**
         * @param metadata what the artifact starts with; the deprecated twin {@code
         *     customProperties} is merged in
         */
        public record ArtifactSpec(
                ArtifactTypeSchema artifactType,
                boolean isArtifactList,
                Value.Struct metadata,
                String description) {}

        public record ParameterSpec(ParameterType parameterType, String description) {}
    }

    /** A part of the task's configuration that is handed to a TASK_CONFIG input. */
    public record TaskConfigPassthrough(String field, boolean applyToTask) {}
}
