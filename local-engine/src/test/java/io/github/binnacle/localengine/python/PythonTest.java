package io.github.binnacle.localengine.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the tests of our Python, which are Python themselves.
 *
 * <p>Those that need the real kfp are skipped unless the interpreter has it, or {@code
 * BINNACLE_TEST_KFP_PYTHON} names one that has.
 */
class PythonTest {
    private static final Path TESTS = Path.of("src", "test", "python");
    private static final long SECONDS = 600;

    @TempDir Path folder;

    @Test
    void supervisorAndWorkersPassTheirOwnTests() throws IOException, InterruptedException {
        var python = firstPython();
        assumeTrue(python.isPresent(), "no Python 3.9 or newer on the PATH");

        var output = folder.resolve("output.txt");
        var exit = run(output, python.orElseThrow(), "-B", "-m", "unittest");

        assertThat(exit).as(() -> text(output)).isZero();
    }

    private Optional<String> firstPython() {
        return Stream.of(
                        "python3", "python3.14", "python3.13", "python3.12", "python3.11", "python")
                .filter(this::isNewEnough)
                .findFirst();
    }

    private boolean isNewEnough(String python) {
        var check = "import sys; sys.exit(sys.version_info < (3, 9))";
        try {
            return run(folder.resolve("version.txt"), python, "-c", check) == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Runs a command in the folder of the tests; -1 if it took too long. */
    private static int run(Path output, String... command)
            throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(List.of(command))
                        .directory(TESTS.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            return process.waitFor(SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } finally {
            process.destroyForcibly();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
