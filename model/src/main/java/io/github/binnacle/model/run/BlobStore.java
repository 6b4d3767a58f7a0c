package io.github.binnacle.model.run;

import java.io.IOException;
import java.nio.file.Path;

/** Keeps contents by their sha256, read-only, entered by hard link or rename. */
public interface BlobStore {
    /**
     * Takes a finished file or directory in: hashed, made durable and read-only, linked, not
     * copied.
     *
     * @return its digest and size; the path stays valid
     */
    Blob adopt(Path content) throws IOException;

    /** Hashes without taking in. */
    Blob digest(Path content) throws IOException;

    /**
     * Says whether the content at a path is still what was taken in, rehashing only if size, time
     * or inode changed.
     */
    boolean isIntact(Path content, String digest) throws IOException;

    /**
     * Lets go of contents that nothing outside the store holds any more, as after runs are deleted.
     */
    void collect() throws IOException;

    /**
     * @param digest {@code sha256:…}; a directory's is that of its manifest
     */
    record Blob(String digest, long bytes) {}
}
