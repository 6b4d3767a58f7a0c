package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a pipeline asks of Kubernetes (second YAML document; kubernetes_executor_config.proto).
 *
 * @param executors by executor label
 * @param pipelineConfig workspace, deadlines and clean-up, as written
 * @param otherPlatforms platforms other than {@code kubernetes}, as written
 */
public record PlatformSpec(
        Map<String, KubernetesExecutorConfig> executors,
        Value.Struct pipelineConfig,
        Value.Struct otherPlatforms) {
    public static final PlatformSpec EMPTY =
            new PlatformSpec(Map.of(), Value.Struct.EMPTY, Value.Struct.EMPTY);

    public PlatformSpec {
        executors = Collections.unmodifiableMap(new LinkedHashMap<>(executors));
    }

    public Optional<KubernetesExecutorConfig> executor(String label) {
        return Optional.ofNullable(executors.get(label));
    }

    /**
     * The parts that mean something on any computer, typed; everything as written in {@code
     * source}.
     *
     * @param activeDeadlineSeconds 0 if there is no time limit
     */
    public record KubernetesExecutorConfig(
            List<KeysAsEnv> secretsAsEnv,
            List<MountedVolume> secretVolumes,
            List<KeysAsEnv> configMapsAsEnv,
            List<MountedVolume> configMapVolumes,
            List<PvcMount> pvcMounts,
            List<MountedVolume> emptyDirs,
            List<FieldPathEnv> fieldPathsAsEnv,
            long activeDeadlineSeconds,
            Value.Struct source) {
        public static final KubernetesExecutorConfig EMPTY =
                new KubernetesExecutorConfig(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        0,
                        Value.Struct.EMPTY);

        public KubernetesExecutorConfig {
            secretsAsEnv = List.copyOf(secretsAsEnv);
            secretVolumes = List.copyOf(secretVolumes);
            configMapsAsEnv = List.copyOf(configMapsAsEnv);
            configMapVolumes = List.copyOf(configMapVolumes);
            pvcMounts = List.copyOf(pvcMounts);
            emptyDirs = List.copyOf(emptyDirs);
            fieldPathsAsEnv = List.copyOf(fieldPathsAsEnv);
        }
    }

    /** Keys of a secret or config map that become environment variables: key to variable. */
    public record KeysAsEnv(
            PipelineTaskSpec.InputParameterSpec name,
            Map<String, String> keyToEnv,
            boolean isOptional) {
        public KeysAsEnv {
            keyToEnv = Collections.unmodifiableMap(new LinkedHashMap<>(keyToEnv));
        }
    }

    /** A secret, config map or empty directory mounted at a path. */
    public record MountedVolume(
            PipelineTaskSpec.InputParameterSpec name, String mountPath, boolean isOptional) {}

    public record PvcMount(
            PipelineTaskSpec.InputParameterSpec pvcName, String mountPath, String subPath) {}

    public record FieldPathEnv(String name, String fieldPath) {}
}
