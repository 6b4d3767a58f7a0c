package io.github.binnacle.localengine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.localstore.ledger.SqliteRunLedger;
import io.github.binnacle.model.run.Run;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.run.TaskKind;
import io.github.binnacle.model.run.TaskSnapshot;
import io.github.binnacle.model.run.TaskState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the engine's process at random instants of a run, and resumes the run each time.
 *
 * <p>{@code -Dbinnacle.kills=200} for the full count; the seed is printed.
 */
@Timeout(1800)
@EnabledOnOs(OS.LINUX)
@Tag("kills")
class KilledEngineTest {
    private static final int KILLS = Integer.getInteger("binnacle.kills", 2);
    private static final int STARTED = 900;
    private static final int LATEST = 700;

    @TempDir Path folder;

    @Test
    void losesNoCompletedTaskAndRunsNoneTwice() throws Exception {
        long seed = Long.getLong("binnacle.seed", 20261124L);
        System.err.println("seed " + seed);
        Random random = new Random(seed);

        int kills = 0;
        for (int round = 0; kills < KILLS; round++) {
            Path home = Files.createDirectory(folder.resolve("home" + round));
            boolean isOver = false;
            while (!isOver) {
                long patience = kills < KILLS ? STARTED + random.nextInt(LATEST) : 60_000;
                isOver = runUntilKilled(home, patience);
                kills += isOver ? 0 : 1;
                assertNothingIsLeft(home);
            }
            assertThatAllRanOnce(home);
        }
    }

    /** Says whether the process ended by itself. */
    private boolean runUntilKilled(Path home, long patienceMillis) throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledEngine.class.getName(),
                                home.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        folder.resolve("output.txt").toFile()))
                        .start();
        boolean isOver = process.waitFor(patienceMillis, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        return isOver;
    }

    /** The supervisor ends what it started as soon as its engine is gone. */
    private static void assertNothingIsLeft(Path home) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!processesOf(home).isEmpty() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(processesOf(home)).isEmpty();
    }

    private static List<String> processesOf(Path home) {
        return ProcessHandle.allProcesses()
                .filter(ProcessHandle::isAlive)
                .map(process -> Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                .map(KilledEngineTest::read)
                .filter(line -> line.contains(home.toString()))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).replace('\0', ' ');
        } catch (IOException e) {
            return "";
        }
    }

    private static void assertThatAllRanOnce(Path home) throws IOException {
        try (SqliteRunLedger ledger = SqliteRunLedger.open(home.resolve("ledger.sqlite"))) {
            Run run = ledger.runs(1).getFirst();
            RunSnapshot snapshot = ledger.snapshot(run.id()).orElseThrow();
            assertThat(run.state()).as(run.problem()).isEqualTo(RunState.SUCCEEDED);
            List<TaskSnapshot> tasks =
                    snapshot.tasks().stream()
                            .filter(task -> task.kind() == TaskKind.RUNTIME)
                            .toList();
            assertThat(tasks).hasSize(40);
            Map<String, Long> effects =
                    Files.readAllLines(home.resolve("effects.txt")).stream()
                            .collect(
                                    Collectors.groupingBy(
                                            Function.identity(), Collectors.counting()));
            tasks.forEach(task -> assertRanOnce(task, effects));
        }
    }

    private static void assertRanOnce(TaskSnapshot task, Map<String, Long> effects) {
        assertThat(task.attempts())
                .as("%s", task.path())
                .filteredOn(attempt -> attempt.state() instanceof TaskState.Succeeded)
                .hasSize(1);
        assertThat(task.attempts().getLast().state()).isEqualTo(new TaskState.Succeeded());
        assertThat(effects.get(task.path().toString()))
                .as("%s", task.path())
                .isBetween(1L, (long) task.attempts().size());
    }
}
