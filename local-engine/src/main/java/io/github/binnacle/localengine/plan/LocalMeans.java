package io.github.binnacle.localengine.plan;

import java.nio.file.Path;
import java.util.Optional;

/** What this computer offers besides Python. */
public interface LocalMeans {
    /** Returns podman or docker, if one is there and usable. */
    Optional<Path> containerRuntime();

    /** Finds a command as a shell would. */
    Optional<Path> command(String name);
}
