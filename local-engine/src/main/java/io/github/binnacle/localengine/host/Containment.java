package io.github.binnacle.localengine.host;

import java.io.IOException;
import java.nio.file.Path;

/** Keeps reading inside the folders it is meant for. */
final class Containment {
    private Containment() {}

    /**
     * Returns the path if it is inside a folder, links followed as far as it exists.
     *
     * @throws IOException if it is not
     */
    static Path require(Path path, Path folder) throws IOException {
        Path normal = path.toAbsolutePath().normalize();
        if (!normal.startsWith(folder.toAbsolutePath().normalize())) {
            throw outside(path, folder);
        }
        if (normal.toFile().exists() && !normal.toRealPath().startsWith(folder.toRealPath())) {
            throw outside(path, folder);
        }
        return normal;
    }

    private static IOException outside(Path path, Path folder) {
        return new IOException(
                "The path " + path + " leads out of " + folder + ", so it is not read");
    }
}
