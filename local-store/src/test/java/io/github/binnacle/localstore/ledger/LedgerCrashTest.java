package io.github.binnacle.localstore.ledger;

import static io.github.binnacle.testkit.fake.SampleRuns.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.localstore.sql.StoreHealth;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskState;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that writes the ledger, at random instants.
 *
 * <p>{@code -Dbinnacle.kills=500} for more than the few that every test run makes.
 */
@Timeout(3600)
class LedgerCrashTest {
    private static final int KILLS = Integer.getInteger("binnacle.kills", 5);
    private static final long SEED = 4;

    @TempDir Path folder;

    @Test
    void losesNothingThatWasAcknowledgedWhenItsWriterIsKilled() throws Exception {
        var random = new Random(SEED);
        var ledger = folder.resolve("ledger.db");

        for (int run = 1; run <= KILLS; run++) {
            int acknowledged = killAfter(ledger, run, random.nextInt(40));

            assertThat(StoreHealth.faults(ledger)).as("kill %d", run).isEmpty();
            try (var opened = SqliteRunLedger.open(ledger)) {
                var snapshot = opened.snapshot(id(run)).orElseThrow();
                assertThat(opened.runs(Integer.MAX_VALUE)).hasSize(run);
                assertHolds(snapshot, acknowledged);
            }
        }
    }

    private static int killAfter(Path ledger, int run, int tasks) throws Exception {
        try (var writer = new WriterProcess(ledger, run)) {
            writer.awaitTask(tasks);
            return writer.kill();
        }
    }

    /** All acknowledged tasks are complete; of those after, a prefix. */
    private static void assertHolds(RunSnapshot snapshot, int acknowledged) {
        for (int n = 0; n <= acknowledged; n++) {
            var task = snapshot.task(TaskPath.of("task-" + n)).orElseThrow();
            assertThat(task.state()).as("task %d", n).isEqualTo(new TaskState.Succeeded());
            assertThat(task.outputs().artifacts()).containsKey("data");
        }
        assertThat(snapshot.tasks()).hasSizeBetween(acknowledged + 2, acknowledged + 3);
    }
}
