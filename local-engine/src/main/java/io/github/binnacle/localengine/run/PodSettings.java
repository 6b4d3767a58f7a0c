package io.github.binnacle.localengine.run;

import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.InputParameterSpec;
import io.github.binnacle.model.pipeline.PlatformSpec.FieldPathEnv;
import io.github.binnacle.model.pipeline.PlatformSpec.KeysAsEnv;
import io.github.binnacle.model.pipeline.PlatformSpec.KubernetesExecutorConfig;
import io.github.binnacle.model.pipeline.PlatformSpec.MountedVolume;
import io.github.binnacle.model.pipeline.PlatformSpec.PvcMount;
import io.github.binnacle.model.value.Value;
import io.github.binnacle.model.workplace.SecretSource.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the platform document asks for a task, with the names of its inputs resolved. Entries whose
 * name was left out are not in it.
 *
 * @param timeout null for none
 */
record PodSettings(
        List<Keys> keys,
        List<Mount> mounts,
        List<FieldPathEnv> fieldPaths,
        @Nullable Duration timeout,
        Value.Struct source) {
    static final PodSettings NONE =
            new PodSettings(List.of(), List.of(), List.of(), null, Value.Struct.EMPTY);

    /** Keys of a secret or config map as environment variables: key to variable. */
    record Keys(Kind kind, String name, Map<String, String> keyToEnv, boolean isOptional) {}

    /** A folder that the task finds at an absolute path. */
    sealed interface Mount {
        String path();
    }

    /** The keys of a secret or config map, each a file. */
    record KeyFiles(Kind kind, String name, String path, boolean isOptional) implements Mount {}

    /** A persistent volume claim. */
    record Claim(String name, String subPath, String path) implements Mount {}

    /** An empty folder for one attempt. */
    record Scratch(String name, String path) implements Mount {}

    /** Resolves the names that the document gives by inputs. */
    @FunctionalInterface
    interface Names {
        Optional<Value> find(InputParameterSpec input) throws TaskFailure;
    }

    static PodSettings of(KubernetesExecutorConfig config, Names names) throws TaskFailure {
        List<Keys> keys = new ArrayList<>();
        addKeys(keys, Kind.SECRET, config.secretsAsEnv(), names);
        addKeys(keys, Kind.CONFIG_MAP, config.configMapsAsEnv(), names);
        List<Mount> mounts = new ArrayList<>();
        addFiles(mounts, Kind.SECRET, config.secretVolumes(), names);
        addFiles(mounts, Kind.CONFIG_MAP, config.configMapVolumes(), names);
        for (PvcMount claim : config.pvcMounts()) {
            name(claim.pvcName(), names)
                    .ifPresent(name ->
                            mounts.add(new Claim(name, claim.subPath(), claim.mountPath())));
        }
        for (MountedVolume scratch : config.emptyDirs()) {
            String name = name(scratch.name(), names).orElse("scratch");
            mounts.add(new Scratch(name, scratch.mountPath()));
        }
        addEphemeral(mounts, config.source());
        long seconds = config.activeDeadlineSeconds();
        return new PodSettings(
                keys,
                mounts,
                config.fieldPathsAsEnv(),
                seconds > 0 ? Duration.ofSeconds(seconds) : null,
                config.source());
    }

    private static void addKeys(List<Keys> keys, Kind kind, List<KeysAsEnv> entries, Names names)
            throws TaskFailure {
        for (KeysAsEnv entry : entries) {
            name(entry.name(), names)
                    .ifPresent(name ->
                            keys.add(new Keys(kind, name, entry.keyToEnv(), entry.isOptional())));
        }
    }

    private static void addFiles(
            List<Mount> mounts, Kind kind, List<MountedVolume> volumes, Names names)
            throws TaskFailure {
        for (MountedVolume volume : volumes) {
            name(volume.name(), names)
                    .ifPresent(name ->
                            mounts.add(
                                    new KeyFiles(
                                            kind, name, volume.mountPath(), volume.isOptional())));
        }
    }

    /** A volume claim that lives as long as its pod is an empty folder for the attempt. */
    private static void addEphemeral(List<Mount> mounts, Value.Struct source) {
        if (source.field("genericEphemeralVolume").orElse(Value.NULL)
                instanceof Value.Items(List<Value> volumes)) {
            for (Value volume : volumes) {
                String name = text(field(volume, "volumeName"));
                String path = text(field(volume, "mountPath"));
                if (!path.isEmpty()) {
                    mounts.add(new Scratch(name, path));
                }
            }
        }
    }

    private static String text(Optional<Value> value) {
        return value.map(found ->
                        found instanceof Value.Text(String text) ? text : JsonText.compact(found))
                .orElse("");
    }

    private static Optional<String> name(InputParameterSpec input, Names names) throws TaskFailure {
        return Optional.of(text(names.find(input))).filter(name -> !name.isEmpty());
    }

    /** Names the volumes, secrets and config maps that the task sees, sorted. */
    List<String> sources() {
        Stream<String> mounted =
                mounts.stream()
                        .flatMap(mount ->
                                switch (mount) {
                                    case Claim claim -> Stream.of("claim " + claim.name());
                                    case KeyFiles files ->
                                            Stream.of(files.kind() + " " + files.name());
                                    case Scratch _ -> Stream.empty();
                                });
        Stream<String> variables = keys.stream().map(entry -> entry.kind() + " " + entry.name());
        return Stream.concat(mounted, variables).sorted().toList();
    }

    /** Returns a label or annotation of the pod; empty if it has none of this name. */
    String podMetadata(String kind, String name) {
        return text(
                source.field("podMetadata")
                        .flatMap(metadata -> field(metadata, kind))
                        .flatMap(entries -> field(entries, name)));
    }

    private static Optional<Value> field(Value value, String name) {
        return value instanceof Value.Struct struct ? struct.field(name) : Optional.empty();
    }
}
