package io.github.binnacle.localengine.run;

import io.github.binnacle.model.run.BlobStore.Blob;
import io.github.binnacle.model.run.RuntimeArtifact;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells URIs of this computer from those of elsewhere. */
final class LocalUris {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

    private LocalUris() {}

    /** Returns the path of a {@code file:} URI or a plain absolute path; empty for other URIs. */
    static Optional<Path> path(String uri) {
        try {
            if (uri.startsWith("file:")) {
                return Optional.of(Path.of(URI.create(uri.replace(" ", "%20"))));
            }
            if (uri.isEmpty() || SCHEME.matcher(uri).matches()) {
                return Optional.empty();
            }
            return Optional.of(Path.of(uri)).filter(Path::isAbsolute);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static RuntimeArtifact withContent(RuntimeArtifact artifact, Blob blob) {
        return new RuntimeArtifact(
                artifact.id(),
                artifact.name(),
                artifact.type(),
                artifact.uri(),
                artifact.metadata(),
                blob.digest(),
                blob.bytes());
    }
}
