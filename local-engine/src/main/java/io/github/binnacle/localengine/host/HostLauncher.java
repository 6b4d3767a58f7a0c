package io.github.binnacle.localengine.host;

import java.util.List;

/** Knows how to start an engine host. */
@FunctionalInterface
public interface HostLauncher {
    /**
     * Returns the command line of a host, the program first. It is started with {@code
     * BINNACLE_HOME} set to the client's home.
     */
    List<String> command();
}
