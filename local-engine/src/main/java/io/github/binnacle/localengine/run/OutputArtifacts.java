package io.github.binnacle.localengine.run;

import io.github.binnacle.model.run.BlobStore;
import io.github.binnacle.model.run.BlobStore.Blob;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes in the artifacts that an attempt wrote. */
final class OutputArtifacts {
    private final AttemptFolder folder;
    private final BlobStore blobs;

    OutputArtifacts(AttemptFolder folder, BlobStore blobs) {
        this.folder = folder;
        this.blobs = blobs;
    }

    /**
     * Returns the artifacts of one output: as planned, changed by what the component told of them.
     * An artifact that was never written is one without content.
     */
    List<RuntimeArtifact> read(RuntimeArtifact planned, Optional<Value> told) throws IOException {
        if (told.orElse(Value.NULL) instanceof Value.Items(List<Value> entries)
                && !entries.isEmpty()) {
            List<RuntimeArtifact> artifacts = new ArrayList<>();
            for (Value entry : entries) {
                artifacts.add(
                        entry instanceof Value.Struct struct
                                ? told(planned, struct)
                                : taken(planned));
            }
            return artifacts;
        }
        return List.of(taken(planned));
    }

    private RuntimeArtifact told(RuntimeArtifact planned, Value.Struct told) throws IOException {
        Optional<String> customPath = text(told, "custom_path");
        if (customPath.isPresent()) {
            bringIn(folder.work().resolve(customPath.get()), Path.of(planned.uri()));
        }
        Map<String, Value> metadata = new LinkedHashMap<>(planned.metadata().fields());
        if (told.field("metadata").orElse(Value.NULL)
                instanceof Value.Struct(Map<String, Value> fields)) {
            metadata.putAll(fields);
        }
        return taken(
                new RuntimeArtifact(
                        0,
                        planned.name(),
                        planned.type(),
                        customPath.isPresent()
                                ? planned.uri()
                                : text(told, "uri").orElse(planned.uri()),
                        Value.of(metadata),
                        "",
                        -1));
    }

    /**
     * Moves what lies in the attempt's own folder; anything else may be the user's and is copied,
     * as KFP uploads it.
     */
    private void bringIn(Path from, Path to) throws IOException {
        Path source = from.normalize();
        if (source.equals(to) || !Files.exists(source)) {
            return;
        }
        if (source.startsWith(folder.folder())) {
            Files.move(source, to);
        } else {
            FileTrees.copy(source, to);
        }
    }

    private RuntimeArtifact taken(RuntimeArtifact artifact) throws IOException {
        Optional<Path> path = LocalUris.path(artifact.uri()).filter(Files::exists);
        if (path.isEmpty()) {
            return artifact;
        }
        boolean isOurs = path.get().normalize().startsWith(folder.folder());
        Blob blob = isOurs ? blobs.adopt(path.get()) : blobs.digest(path.get());
        return LocalUris.withContent(artifact, blob);
    }

    private static Optional<String> text(Value.Struct struct, String field) {
        return struct.field(field).orElse(Value.NULL) instanceof Value.Text(String text)
                        && !text.isEmpty()
                ? Optional.of(text)
                : Optional.empty();
    }
}
