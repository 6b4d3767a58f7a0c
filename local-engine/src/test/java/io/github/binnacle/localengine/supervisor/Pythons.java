package io.github.binnacle.localengine.supervisor;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Interpreters that tests may use. */
public final class Pythons {
    private Pythons() {}

    /** Returns a Python of this computer; skips the test if there is none. */
    public static Path any() {
        Optional<Path> python =
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, "python3"))
                        .filter(Files::isExecutable)
                        .findFirst();
        assumeTrue(python.isPresent(), "no python3 on the PATH");
        return python.orElseThrow();
    }

    /** Returns a Python with the real kfp; skips the test if none is named. */
    public static Path withKfp() {
        String named = System.getenv("BINNACLE_TEST_KFP_PYTHON");
        assumeTrue(named != null, "BINNACLE_TEST_KFP_PYTHON names no Python that has kfp");
        return Path.of(named);
    }

    /** Returns the folder with a small stand-in for kfp. */
    public static Path standIn() {
        return Path.of("src", "test", "python", "stand_in").toAbsolutePath();
    }
}
