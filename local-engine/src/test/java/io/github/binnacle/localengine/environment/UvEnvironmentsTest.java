package io.github.binnacle.localengine.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.binnacle.localengine.environment.Environments.EnvironmentException;
import io.github.binnacle.localengine.supervisor.SupervisedProcesses;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Makes real environments of packages in a folder; skipped if there is no uv. */
@Timeout(120)
class UvEnvironmentsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir Path folder;
    private Path packages;
    private SupervisedProcesses processes;
    private UvEnvironments environments;

    @BeforeEach
    void open() throws IOException {
        assumeTrue(hasUv(), "no uv on the PATH");
        PythonFinder pythons = PythonFinder.ofUser();
        assumeTrue(pythons.any().isPresent(), "no Python");
        packages = Files.createDirectory(folder.resolve("packages"));
        Wheels.write(packages, "barometer", "1.2", "print('1013 hPa')");
        Path log = folder.resolve("supervisor.log");
        processes = new SupervisedProcesses(pythons::require, folder.resolve("runtime"), log);
        environments =
                new UvEnvironments(
                        folder.resolve("environments"),
                        pythons,
                        processes,
                        offline(),
                        folder,
                        () -> NOW);
    }

    @AfterEach
    void close() {
        if (processes != null) {
            processes.close();
        }
    }

    @Test
    void makesAnEnvironmentAndTellsItsProgress() throws Exception {
        var sentences = new CopyOnWriteArrayList<String>();

        var made = environments.require(spec("barometer"), sentences::add);

        assertThat(output(made.python(), "import barometer")).isEqualTo("1013 hPa\n");
        assertThat(sentences).contains("Installing barometer 1.2 (1 of 1)");
    }

    @Test
    void isReadyOnlyForWhatWasMade() throws Exception {
        environments.require(spec("barometer"), sentence -> {});

        assertThat(environments.isReady(spec("barometer"))).isTrue();
        assertThat(environments.isReady(spec("barometer==1.2"))).isFalse();
    }

    @Test
    void givesEqualKeysToEqualPackages() throws Exception {
        var one = environments.require(spec("barometer"), sentence -> {});
        var other = environments.require(spec("barometer==1.2"), sentence -> {});

        assertThat(one.key()).isEqualTo(other.key());
        assertThat(one.python()).isNotEqualTo(other.python());
    }

    @Test
    void makesOneForSeveralWhoWantTheSame() throws Exception {
        var made = new CopyOnWriteArrayList<PythonEnvironment>();
        var callers =
                Stream.generate(() -> Thread.ofVirtual().unstarted(() -> made.add(barometer())))
                        .limit(4)
                        .toList();

        callers.forEach(Thread::start);
        for (Thread caller : callers) {
            caller.join();
        }

        assertThat(made).hasSize(4).containsOnly(made.getFirst());
    }

    @Test
    void leavesNothingHalfWhenAPackageIsMissing() throws Exception {
        assertThatThrownBy(() -> environments.require(spec("sextant==3"), sentence -> {}))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageStartingWith("The package index has no sextant");
        assertThat(environments.isReady(spec("sextant==3"))).isFalse();
        assertThat(folder.resolve("environments")).isEmptyDirectory();
    }

    @Test
    void installsWithoutDependenciesWhatIsMarkedSo() throws Exception {
        var made = environments.require(spec("barometer --no-deps"), sentence -> {});

        assertThat(output(made.python(), "import barometer")).isEqualTo("1013 hPa\n");
    }

    @Test
    void makesABrokenEnvironmentAnew() throws Exception {
        var broken = environments.require(spec("barometer"), sentence -> {});
        Files.delete(broken.python());

        var made = environments.require(spec("barometer"), sentence -> {});

        assertThat(output(made.python(), "import barometer")).isEqualTo("1013 hPa\n");
    }

    @Test
    void removesWhatNobodyHasUsedSince() throws Exception {
        environments.require(spec("barometer"), sentence -> {});

        var early = environments.removeUnused(NOW.minus(Duration.ofDays(1)));
        var late = environments.removeUnused(NOW.plus(Duration.ofDays(1)));

        assertThat(early).isZero();
        assertThat(late).isEqualTo(1);
        assertThat(environments.isReady(spec("barometer"))).isFalse();
    }

    private PythonEnvironment barometer() {
        try {
            return environments.require(spec("barometer"), sentence -> {});
        } catch (EnvironmentException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static EnvironmentSpec spec(String requirement) {
        return new EnvironmentSpec("", List.of(requirement), List.of());
    }

    private Map<String, String> offline() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(name -> name.startsWith("PIP_") || name.startsWith("UV_"));
        environment.put("PIP_NO_INDEX", "1");
        environment.put("PIP_FIND_LINKS", packages.toString());
        environment.put("UV_CACHE_DIR", folder.resolve("cache").toString());
        return environment;
    }

    private static boolean hasUv() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(entry -> Files.isExecutable(Path.of(entry).resolve("uv")));
    }

    private static String output(Path python, String program) throws Exception {
        var process = new ProcessBuilder(python.toString(), "-c", program).start();
        var output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).isZero();
        return output;
    }
}
