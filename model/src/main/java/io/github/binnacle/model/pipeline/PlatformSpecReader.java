package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.document.DocumentNode;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.InputParameterSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.ParameterSource;
import io.github.binnacle.model.pipeline.PlatformSpec.FieldPathEnv;
import io.github.binnacle.model.pipeline.PlatformSpec.KeysAsEnv;
import io.github.binnacle.model.pipeline.PlatformSpec.KubernetesExecutorConfig;
import io.github.binnacle.model.pipeline.PlatformSpec.MountedVolume;
import io.github.binnacle.model.pipeline.PlatformSpec.PvcMount;
import io.github.binnacle.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a PlatformSpec (second document of a file; kubernetes_executor_config.proto). */
final class PlatformSpecReader {
    private static final String KUBERNETES = "kubernetes";

    PlatformSpec read(DocumentNode node, ReadingProblems problems) {
        NodeReader spec = NodeReader.of(node, "the platform spec", problems);
        Optional<NodeReader> platforms = spec.mapping("platforms");
        if (platforms.isEmpty()) {
            return PlatformSpec.EMPTY;
        }
        Optional<NodeReader> kubernetes = platforms.get().mapping(KUBERNETES);
        Map<String, Value> others = new LinkedHashMap<>();
        platforms.get().forEach((name, value) -> others.put(name, value.value()));
        others.remove(KUBERNETES);
        return new PlatformSpec(
                kubernetes
                        .flatMap(platform -> platform.mapping("deploymentSpec"))
                        .map(deployment ->
                                deployment.mapOfMappings("executors", PlatformSpecReader::executor))
                        .orElse(Map.of()),
                kubernetes
                        .map(platform -> platform.struct("pipelineConfig"))
                        .orElse(Value.Struct.EMPTY),
                Value.of(others));
    }

    private static KubernetesExecutorConfig executor(NodeReader config) {
        return new KubernetesExecutorConfig(
                keysAsEnv(config, "secretAsEnv", "secretName", "secretNameParameter", "secretKey"),
                volumes(config, "secretAsVolume", "secretName", "secretNameParameter"),
                keysAsEnv(
                        config,
                        "configMapAsEnv",
                        "configMapName",
                        "configMapNameParameter",
                        "configMapKey"),
                volumes(config, "configMapAsVolume", "configMapName", "configMapNameParameter"),
                config.list("pvcMount", PlatformSpecReader::pvcMount),
                volumes(config, "emptyDirMounts", "volumeName", ""),
                config.list(
                        "fieldPathAsEnv",
                        field -> new FieldPathEnv(field.text("name"), field.text("fieldPath"))),
                config.whole("activeDeadlineSeconds"),
                config.node().value() instanceof Value.Struct source ? source : Value.Struct.EMPTY);
    }

    private static List<KeysAsEnv> keysAsEnv(
            NodeReader config, String field, String name, String parameter, String key) {
        return config.list(
                field,
                source -> {
                    Map<String, String> keyToEnv = new LinkedHashMap<>();
                    source.list(
                            "keyToEnv", pair -> keyToEnv.put(pair.text(key), pair.text("envVar")));
                    return new KeysAsEnv(
                            name(source, name, parameter), keyToEnv, source.flag("optional"));
                });
    }

    private static List<MountedVolume> volumes(
            NodeReader config, String field, String name, String parameter) {
        return config.list(
                field,
                source ->
                        new MountedVolume(
                                name(source, name, parameter),
                                source.text("mountPath"),
                                source.flag("optional")));
    }

    /**
     * Prefers the parameter; falls back on the deprecated plain name, which the SDK still writes
     * beside it.
     */
    private static InputParameterSpec name(NodeReader source, String name, String parameter) {
        if (!parameter.isEmpty() && source.has(parameter)) {
            return TaskReader.inputParameter(source.mapping(parameter).orElseThrow());
        }
        return new InputParameterSpec(
                new ParameterSource.RuntimeConstant(Value.of(source.text(name))), "");
    }

    private static PvcMount pvcMount(NodeReader mount) {
        return new PvcMount(pvcName(mount), mount.text("mountPath"), mount.text("subPath"));
    }

    private static InputParameterSpec pvcName(NodeReader mount) {
        if (mount.has("pvcNameParameter")) {
            return TaskReader.inputParameter(mount.mapping("pvcNameParameter").orElseThrow());
        }
        if (mount.has("constant")) {
            return new InputParameterSpec(
                    new ParameterSource.RuntimeConstant(Value.of(mount.text("constant"))), "");
        }
        return TaskReader.inputParameter(mount);
    }
}
