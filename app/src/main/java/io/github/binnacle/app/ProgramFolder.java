package io.github.binnacle.app;

import java.nio.file.Path;

/** Where the program itself lies. */
final class ProgramFolder {
    private ProgramFolder() {}

    /**
     * Returns the folder of the examples: what the launcher tells, else the working directory's.
     */
    static Path examples() {
        return Path.of(System.getProperty("binnacle.root", ""))
                .toAbsolutePath()
                .normalize()
                .resolve("examples");
    }
}
