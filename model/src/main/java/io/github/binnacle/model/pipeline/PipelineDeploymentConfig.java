package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What executes each executor label (KFP v2 IR, PipelineDeploymentConfig). */
public record PipelineDeploymentConfig(Map<String, ExecutorSpec> executors) {
    public static final PipelineDeploymentConfig EMPTY = new PipelineDeploymentConfig(Map.of());

    public PipelineDeploymentConfig {
        executors = Collections.unmodifiableMap(new LinkedHashMap<>(executors));
    }

    /** One way to execute a component. */
    public sealed interface ExecutorSpec {}

    /** A command in an image; command and args may hold placeholders. */
    public record PipelineContainerSpec(
            String image,
            List<String> command,
            List<String> args,
            List<EnvVar> env,
            ResourceSpec resources)
            implements ExecutorSpec {
        public PipelineContainerSpec {
            command = List.copyOf(command);
            args = List.copyOf(args);
            env = List.copyOf(env);
        }
    }

    public record EnvVar(String name, String value) {}

    /**
     * Requests and limits in Kubernetes quantities ({@code 500m}, {@code 2Gi}), placeholders
     * allowed; empty if unset.
     *
     * <p>The deprecated numeric twins (CPUs; memory in units of 10^9 bytes) are read as quantities.
     */
    public record ResourceSpec(
            String resourceCpuRequest,
            String resourceCpuLimit,
            String resourceMemoryRequest,
            String resourceMemoryLimit,
            String acceleratorType,
            String acceleratorCount) {
        public static final ResourceSpec NONE = new ResourceSpec("", "", "", "", "", "");

        /** Returns all quantities by their field in the file. */
        Map<String, String> texts() {
            return Map.of(
                    "resourceCpuRequest", resourceCpuRequest,
                    "resourceCpuLimit", resourceCpuLimit,
                    "resourceMemoryRequest", resourceMemoryRequest,
                    "resourceMemoryLimit", resourceMemoryLimit,
                    "resourceType", acceleratorType,
                    "resourceCount", acceleratorCount);
        }
    }

    /**
     * Brings in an artifact that exists already.
     *
     * @param artifactUri a constant or a run parameter; null if the file gives none
     */
    public record ImporterSpec(
            PipelineTaskSpec.@Nullable ParameterSource artifactUri,
            ArtifactTypeSchema typeSchema,
            Value.Struct metadata,
            boolean reimport,
            boolean downloadToWorkspace)
            implements ExecutorSpec {}

    /** Looks artifacts up by query; Kubeflow has no implementation. */
    public record ResolverSpec(Map<String, String> filters) implements ExecutorSpec {
        public ResolverSpec {
            filters = Map.copyOf(filters);
        }
    }

    /** A Vertex AI job; deprecated and not run by Kubeflow. */
    public record CustomJobSpec(Value.Struct customJob) implements ExecutorSpec {}

    /** The label stands there but says nothing that we know. */
    public record UnknownExecutorSpec(List<String> keys) implements ExecutorSpec {
        public UnknownExecutorSpec {
            keys = List.copyOf(keys);
        }
    }
}
