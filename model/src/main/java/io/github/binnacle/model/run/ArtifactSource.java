package io.github.binnacle.model.run;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads the contents of artifacts. */
public interface ArtifactSource {
    /**
     * Lists the files of an artifact: one with an empty name for a plain file, relative names for a
     * directory, none if there is no content here.
     */
    List<Part> parts(RuntimeArtifact artifact) throws IOException;

    /** Opens one part by its name. */
    InputStream open(RuntimeArtifact artifact, String part) throws IOException;

    /**
     * @param name relative to the artifact, with slashes
     */
    record Part(String name, long bytes) {}
}
