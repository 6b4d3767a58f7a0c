package io.github.binnacle.app;

import java.nio.file.Path;

/** Where the program itself lies: what the launcher tells, else the working directory. */
final class ProgramFolder {
    private static final Path ROOT = here(System.getProperty("binnacle.root", ""));

    private ProgramFolder() {}

    static Path examples() {
        return ROOT.resolve("examples");
    }

    /** Returns the pipeline that a newcomer runs first. */
    static Path example() {
        return examples().resolve("tabular-model").resolve("pipeline.yaml");
    }

    /** Returns where the user is; in the program's own folder those are the examples. */
    static Path shownFirst() {
        Path here = here("");
        return here.equals(ROOT) ? examples() : here;
    }

    private static Path here(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }
}
