package io.github.binnacle.localengine.run;

import io.github.binnacle.localengine.file.PrivateFolder;
import io.github.binnacle.model.pipeline.PlatformSpec.FieldPathEnv;
import io.github.binnacle.model.workplace.SecretSource;
import io.github.binnacle.model.workplace.SecretSource.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives a task what the platform document asks for: variables, and folders for its volumes. */
final class PodEnvironment {
    private static final Pattern ENTRY =
            Pattern.compile("metadata\\.(labels|annotations)\\['([^']*)'\\]");

    private final SecretSource secrets;
    private final RunFolders folders;
    private final RunFacts run;

    PodEnvironment(SecretSource secrets, RunFolders folders, RunFacts run) {
        this.secrets = secrets;
        this.folders = folders;
        this.run = run;
    }

    /** A folder to be shown at an absolute path. */
    record Bind(Path folder, String path) {
        /** Returns the variable that tells the folder, for programs that can be told. */
        String variable() {
            String name = path.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
            return "BINNACLE_MOUNT" + (name.startsWith("_") ? name : "_" + name);
        }
    }

    /**
     * Returns the variables of a task.
     *
     * @throws TaskFailure if a secret or config map is missing that must be there
     */
    Map<String, String> variables(ExecutorTask task) throws TaskFailure {
        Map<String, String> variables = new LinkedHashMap<>();
        task.container().env().forEach(entry -> variables.put(entry.name(), entry.value()));
        for (PodSettings.Keys keys : task.pod().keys()) {
            Optional<Map<String, String>> entry = secrets.find(keys.kind(), keys.name());
            for (var key : keys.keyToEnv().entrySet()) {
                Optional<String> value = entry.map(values -> values.get(key.getKey()));
                if (value.isPresent()) {
                    variables.put(key.getValue(), value.get());
                } else if (!keys.isOptional()) {
                    throw missing(keys.kind(), keys.name(), key.getKey());
                }
            }
        }
        for (FieldPathEnv field : task.pod().fieldPaths()) {
            variables.put(field.name(), field(task, field.fieldPath()));
        }
        return variables;
    }

    static TaskFailure missing(Kind kind, String name, String key) {
        String code = kind == Kind.SECRET ? "run.secret-missing" : "run.config-map-missing";
        return TaskFailure.of(code, Map.of("name", name, "key", key));
    }

    private String field(ExecutorTask task, String path) {
        Matcher entry = ENTRY.matcher(path);
        if (entry.matches()) {
            return task.pod().podMetadata(entry.group(1), entry.group(2));
        }
        String uuid = run.taskUuid(task.work().path());
        return switch (path) {
            case "metadata.name" -> run.resourceName() + "-" + task.work().name();
            case "metadata.namespace" -> "default";
            case "metadata.uid" -> uuid;
            case "spec.nodeName" -> "localhost";
            case "spec.serviceAccountName" -> "default";
            case "status.podIP", "status.hostIP" -> "127.0.0.1";
            default -> "";
        };
    }

    /** Makes the folders of a task's volumes. */
    List<Bind> binds(ExecutorTask task, AttemptFolder folder) throws IOException, TaskFailure {
        List<Bind> binds = new ArrayList<>();
        for (PodSettings.Mount mount : task.pod().mounts()) {
            switch (mount) {
                case PodSettings.Claim claim -> binds.add(claim(claim));
                case PodSettings.Scratch scratch ->
                        binds.add(
                                new Bind(
                                        PrivateFolder.create(folder.volume(scratch.name())),
                                        scratch.path()));
                case PodSettings.KeyFiles files -> keyFiles(files, folder).ifPresent(binds::add);
            }
        }
        return binds;
    }

    private Bind claim(PodSettings.Claim claim) throws IOException {
        Path volume = folders.volumes().resolve(SafeName.of(claim.name()));
        Path below = volume.resolve(claim.subPath()).normalize();
        return new Bind(
                PrivateFolder.create(below.startsWith(volume) ? below : volume), claim.path());
    }

    private Optional<Bind> keyFiles(PodSettings.KeyFiles files, AttemptFolder attempt)
            throws IOException, TaskFailure {
        Optional<Map<String, String>> entry = secrets.find(files.kind(), files.name());
        if (entry.isEmpty()) {
            if (files.isOptional()) {
                return Optional.empty();
            }
            throw missing(files.kind(), files.name(), "KEY");
        }
        Path folder = PrivateFolder.create(attempt.volume(files.name()));
        for (var key : entry.get().entrySet()) {
            Files.writeString(folder.resolve(SafeName.of(key.getKey())), key.getValue());
        }
        return Optional.of(new Bind(folder, files.path()));
    }
}
