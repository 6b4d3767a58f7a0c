package io.github.binnacle.localstore.ledger;

import static io.github.binnacle.testkit.fake.SampleRuns.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binnacle.localstore.sql.StoreException;
import io.github.binnacle.model.run.RunSnapshot;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LedgerReadersTest {
    @TempDir Path folder;

    @Test
    void readsWholeTransactionsBesideAWriterInAnotherProcess() throws Exception {
        var file = folder.resolve("ledger.db");

        try (var writer = new WriterProcess(file, 1)) {
            writer.awaitTask(0);
            try (var one = SqliteRunHistory.open(file);
                    var other = SqliteRunHistory.open(file)) {
                long event = one.lastEvent();
                var first = one.snapshot(id(1)).orElseThrow();
                writer.awaitTask(100);

                var second = other.snapshot(id(1)).orElseThrow();
                var changes = other.changes(id(1), event).orElseThrow();

                assertThat(first.tasks()).hasSizeGreaterThanOrEqualTo(2);
                assertThat(second.tasks()).hasSizeGreaterThanOrEqualTo(102);
                assertWhole(first);
                assertWhole(second);
                assertThat(changes.applyTo(first).tasks())
                        .extracting(task -> task.path())
                        .containsAll(second.tasks().stream().map(task -> task.path()).toList());
                writer.finish();
            }
        }
    }

    /** A finished task has its outputs: both came in one transaction. */
    private static void assertWhole(RunSnapshot snapshot) {
        assertThat(snapshot.tasks())
                .filteredOn(task -> task.state().hasOutputs())
                .allMatch(task -> task.outputs().artifacts().containsKey("data"));
    }

    @Test
    void makesAnEmptyLedgerForAReaderThatComesFirst() {
        try (var history = SqliteRunHistory.open(folder.resolve("home/ledger.db"))) {
            assertThat(history.runs(10)).isEmpty();
        }
    }

    @Test
    void leavesALedgerOfANewerVersionAlone() {
        var file = folder.resolve("ledger.db");
        try (var ledger = SqliteRunLedger.open(file)) {
            ledger.database.write(sql -> sql.update("INSERT INTO wb_schema VALUES (99)"));
        }

        assertThatThrownBy(() -> SqliteRunLedger.open(file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("schema 99");
        assertThatThrownBy(() -> SqliteRunHistory.open(file))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("schema 99");
    }
}
