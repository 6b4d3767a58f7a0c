package io.github.binnacle.model.pipeline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A pipeline in KFP's intermediate representation (KFP v2 IR, PipelineSpec).
 *
 * <p>Texts that the file leaves out are empty. Maps iterate in the order of the file.
 *
 * @param components by name ({@code comp-…})
 * @param deploymentSpec what executes each executor label
 * @param root the outermost component, always a DAG in files of the KFP SDK
 */
public record PipelineSpec(
        PipelineInfo pipelineInfo,
        String schemaVersion,
        String sdkVersion,
        String defaultPipelineRoot,
        Map<String, ComponentSpec> components,
        PipelineDeploymentConfig deploymentSpec,
        ComponentSpec root) {
    public PipelineSpec {
        components = Collections.unmodifiableMap(new LinkedHashMap<>(components));
    }

    /** Names a pipeline; the name is also ML Metadata's pipeline context. */
    public record PipelineInfo(String name, String displayName, String description) {}
}
