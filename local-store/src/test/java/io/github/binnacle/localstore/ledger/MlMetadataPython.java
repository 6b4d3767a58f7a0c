package io.github.binnacle.localstore.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Python 3.9 to 3.11 with the real ml-metadata library, which has no wheels for others. */
record MlMetadataPython(Path python) {
    private static final Path SCRIPTS = Path.of("src", "test", "python").toAbsolutePath();
    private static final long SECONDS = 300;

    /** Makes the environment from the package index, or skips the test where that cannot be. */
    static MlMetadataPython create(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var base =
                Stream.of("python3.11", "python3.10", "python3.9", "python3")
                        .filter(name -> isFitting(folder, name))
                        .findFirst();
        assumeTrue(base.isPresent(), "no Python 3.9 to 3.11 on the PATH");
        var made = new MlMetadataPython(folder.resolve("venv/bin/python"));
        run(folder, base.orElseThrow(), "-m", "venv", folder.resolve("venv").toString());
        run(
                folder,
                made.python.toString(),
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "ml-metadata==1.17.1",
                "protobuf>=4.25,<5");
        return made;
    }

    private static boolean isFitting(Path folder, String name) {
        try {
            run(folder, name, "-c", "import sys; assert (3, 9) <= sys.version_info < (3, 12)");
            return true;
        } catch (IOException | AssertionError unfitting) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Returns, as JSON, what the library reads in a ledger. */
    String read(Path ledger) throws IOException, InterruptedException {
        return run(
                ledger.getParent(),
                python.toString(),
                "-B",
                SCRIPTS.resolve("read_ledger.py").toString(),
                ledger.toString());
    }

    /** Makes a store by the library itself. */
    void makeStore(Path file) throws IOException, InterruptedException {
        var script =
                "import sys; sys.path.insert(0, sys.argv[1]); import read_ledger;"
                        + " read_ledger.open_store(sys.argv[2])";
        run(
                file.getParent(),
                python.toString(),
                "-B",
                "-c",
                script,
                SCRIPTS.toString(),
                file.toString());
    }

    private static String run(Path folder, String... command)
            throws IOException, InterruptedException {
        var output = folder.resolve("output.txt");
        var errors = folder.resolve("errors.txt");
        var process =
                new ProcessBuilder(List.of(command))
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile())
                        .start();
        try {
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("ended in time").isTrue();
            assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
            return Files.readString(output);
        } finally {
            process.destroyForcibly();
        }
    }
}
