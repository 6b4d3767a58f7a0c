package io.github.binnacle.localengine.run;

import io.github.binnacle.localengine.cache.CacheKey;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ImporterSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.ParameterSource;
import io.github.binnacle.model.placeholder.ArtifactJson;
import io.github.binnacle.model.placeholder.PlaceholderException;
import io.github.binnacle.model.placeholder.Placeholders;
import io.github.binnacle.model.run.BlobStore;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.run.TaskValues;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the artifact that an importer stands for. */
final class ImportedArtifact {
    private ImportedArtifact() {}

    /**
     * Resolves the URI and metadata of an importer.
     *
     * @param output name of its only output
     * @throws TaskFailure if it has no URI, or a placeholder in its metadata stands for nothing
     */
    static RuntimeArtifact of(ImporterSpec importer, String output, ConstantValues values)
            throws TaskFailure {
        String uri = uri(importer, values);
        try {
            Value metadata = Placeholders.resolveConstant(importer.metadata(), values);
            return new RuntimeArtifact(
                    0,
                    output,
                    importer.typeSchema(),
                    uri,
                    metadata instanceof Value.Struct struct ? struct : Value.Struct.EMPTY,
                    "",
                    -1);
        } catch (PlaceholderException e) {
            throw TaskFailure.of(
                    "run.input-placeholder",
                    Map.of("input", "metadata", "detail", String.valueOf(e.getMessage())));
        }
    }

    private static String uri(ImporterSpec importer, ConstantValues values) throws TaskFailure {
        Optional<Value> found =
                switch (importer.artifactUri()) {
                    case ParameterSource.RuntimeConstant(Value constant) -> Optional.of(constant);
                    case ParameterSource.RuntimeParameter(String name) ->
                            values.inputParameter(name);
                    case ParameterSource.ComponentInput(String name) -> values.inputParameter(name);
                    case null, default -> Optional.empty();
                };
        if (found.orElse(Value.NULL) instanceof Value.Text(String text) && !text.isBlank()) {
            try {
                return Placeholders.resolveText(text, values);
            } catch (PlaceholderException e) {
                throw TaskFailure.of(
                        "run.input-placeholder",
                        Map.of("input", "uri", "detail", String.valueOf(e.getMessage())));
            }
        }
        throw TaskFailure.of("run.import-no-uri", Map.of());
    }

    /**
     * Digests the content, if it is on this computer; elsewhere it is not looked at. The files stay
     * the user's and are not taken in.
     *
     * @throws TaskFailure if the URI is of this computer and nothing is there
     */
    static RuntimeArtifact withContent(RuntimeArtifact artifact, BlobStore blobs)
            throws TaskFailure, IOException {
        Optional<Path> path = LocalUris.path(artifact.uri());
        if (path.isEmpty()) {
            return artifact;
        }
        if (!Files.exists(path.get())) {
            throw TaskFailure.of("run.import-missing", Map.of("path", path.get().toString()));
        }
        RuntimeArtifact found = LocalUris.withContent(artifact, blobs.digest(path.get()));
        return new RuntimeArtifact(
                0,
                found.name(),
                found.type(),
                path.get().toString(),
                found.metadata(),
                found.digest(),
                found.bytes());
    }

    /** Returns the key under which an equal artifact of the same pipeline is found again. */
    static String key(RuntimeArtifact artifact, String pipeline) {
        return CacheKey.digest(
                Value.of(
                        List.of(
                                Value.of("import"),
                                Value.of(pipeline),
                                ArtifactJson.of(artifact),
                                Value.of(artifact.digest()))));
    }

    static TaskValues outputs(RuntimeArtifact artifact) {
        return new TaskValues(Map.of(), Map.of(artifact.name(), List.of(artifact)));
    }
}
