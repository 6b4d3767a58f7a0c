package io.github.binnacle.model.pipeline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tasks of a DAG by name, and where its outputs come from (KFP v2 IR, DagSpec). */
public record DagSpec(Map<String, PipelineTaskSpec> tasks, DagOutputsSpec outputs) {
    public DagSpec {
        tasks = Collections.unmodifiableMap(new LinkedHashMap<>(tasks));
    }

    public record DagOutputsSpec(
            Map<String, DagOutputArtifactSpec> artifacts,
            Map<String, DagOutputParameterSpec> parameters) {
        public static final DagOutputsSpec EMPTY = new DagOutputsSpec(Map.of(), Map.of());

        public DagOutputsSpec {
            artifacts = Collections.unmodifiableMap(new LinkedHashMap<>(artifacts));
            parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        }
    }

    /** Several selectors mean: the one that ran. */
    public record DagOutputArtifactSpec(List<ArtifactSelectorSpec> artifactSelectors) {
        public DagOutputArtifactSpec {
            artifactSelectors = List.copyOf(artifactSelectors);
        }
    }

    public record ArtifactSelectorSpec(String producerSubtask, String outputArtifactKey) {}

    /** Where an output parameter of a DAG comes from. */
    public sealed interface DagOutputParameterSpec {
        /** The outputs it may come from. */
        List<ParameterSelectorSpec> selectors();

        record ValueFromParameter(ParameterSelectorSpec selector)
                implements DagOutputParameterSpec {
            @Override
            public List<ParameterSelectorSpec> selectors() {
                return List.of(selector);
            }
        }

        /** The one selector whose task ran. */
        record ValueFromOneof(List<ParameterSelectorSpec> parameterSelectors)
                implements DagOutputParameterSpec {
            public ValueFromOneof {
                parameterSelectors = List.copyOf(parameterSelectors);
            }

            @Override
            public List<ParameterSelectorSpec> selectors() {
                return parameterSelectors;
            }
        }
    }

    public record ParameterSelectorSpec(String producerSubtask, String outputParameterKey) {}
}
