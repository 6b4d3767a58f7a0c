package io.github.binnacle.localstore.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DatabaseTest {
    @TempDir Path folder;
    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("a.db"), Database.Durability.FULL);
        database.write(sql -> {
            sql.execute("CREATE TABLE t(n INTEGER UNIQUE, text TEXT)");
            return true;
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void readsWhatWasWritten() {
        insert(1);

        assertThat(numbers()).containsExactly(1);
    }

    @Test
    void keepsNothingOfAChangeThatFails() {
        assertThatThrownBy(() ->
                        database.write(sql -> {
                            sql.update("INSERT INTO t(n) VALUES (1)");
                            throw new SQLException("no");
                        }))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("no");

        assertThat(numbers()).isEmpty();
    }

    @Test
    void letsEachChangeOfABatchSucceedOrFailAlone() throws InterruptedException {
        insert(3);
        var results = allAtOnce(5);

        assertThat(results).filteredOn(CompletableFuture::isCompletedExceptionally).hasSize(1);
        assertThat(numbers()).containsExactly(0, 1, 2, 3, 4);
    }

    /** Holds the writer until all changes wait, so that one transaction takes them together. */
    private List<CompletableFuture<Void>> allAtOnce(int count) throws InterruptedException {
        var isHeld = new CountDownLatch(1);
        var holder =
                CompletableFuture.runAsync(() ->
                        database.write(sql -> {
                            await(isHeld);
                            return true;
                        }));
        var changes =
                IntStream.range(0, count)
                        .mapToObj(n -> {
                            var change = new CompletableFuture<Void>();
                            Thread.ofPlatform().start(() -> finish(change, n));
                            return change;
                        })
                        .toList();
        isHeld.countDown();
        CompletableFuture.allOf(changes.toArray(CompletableFuture[]::new))
                .handle((done, failure) -> true)
                .join();
        holder.join();
        return changes;
    }

    private void finish(CompletableFuture<Void> change, int n) {
        try {
            insert(n);
            change.complete(null);
        } catch (StoreException e) {
            change.completeExceptionally(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void answersTheCallerWhateverItsWorkThrows() {
        assertThatThrownBy(() ->
                        database.write(sql -> {
                            throw new StackOverflowError("deep");
                        }))
                .isInstanceOf(StoreException.class);
        assertThatThrownBy(() ->
                        database.read(sql -> {
                            throw new AssertionError("odd");
                        }))
                .isInstanceOf(StoreException.class);

        insert(1);
        assertThat(numbers()).containsExactly(1);
    }

    @Test
    void doesNotChangeAnythingWhileReading() {
        assertThatThrownBy(() -> database.read(sql -> sql.update("INSERT INTO t(n) VALUES (1)")))
                .isInstanceOf(StoreException.class);

        assertThat(numbers()).isEmpty();
    }

    @Test
    void saysSoWhenTheDiskIsFullAndGoesOnWhenThereIsSpace() {
        long pages = limitPages(8);

        assertThatThrownBy(this::insertMuch)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("The disk is full")
                .hasMessageContaining("a.db")
                .hasMessageContaining("Free some space");
        assertThat(numbers()).isEmpty();
        limitPages(1_000_000);
        insert(1);

        assertThat(pages).isLessThanOrEqualTo(8);
        assertThat(numbers()).containsExactly(1);
        assertThat(StoreHealth.faults(folder.resolve("a.db"))).isEmpty();
    }

    private long limitPages(long most) {
        return database.write(sql ->
                sql.one("PRAGMA max_page_count = " + most, row -> row.getLong(1)).orElseThrow());
    }

    private void insertMuch() {
        database.write(sql -> {
            for (int i = 0; i < 100; i++) {
                sql.update("INSERT INTO t(n, text) VALUES (?, ?)", i, "x".repeat(4000));
            }
            return true;
        });
    }

    @Test
    void finishesWhatWaitsWhenItCloses() {
        var changes =
                IntStream.range(0, 50)
                        .mapToObj(n -> CompletableFuture.runAsync(() -> insert(n)))
                        .toList();
        changes.forEach(CompletableFuture::join);

        database.close();

        try (var again = Database.openForReading(folder.resolve("a.db"))) {
            List<Integer> kept =
                    again.read(sql -> sql.all("SELECT n FROM t", row -> row.getInt(1)));

            assertThat(kept).hasSize(50);
        }
    }

    @Test
    void refusesWorkAfterItIsClosed() {
        database.close();

        assertThatThrownBy(() -> insert(1))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("has been closed");
    }

    @Test
    void saysWhatToDoWhenTheFolderIsMissing() {
        assertThatThrownBy(() -> Database.openForReading(folder.resolve("no/such/a.db")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be opened")
                .hasMessageContaining("Look whether");
    }

    private void insert(int n) {
        database.write(sql -> sql.update("INSERT INTO t(n) VALUES (?)", n));
    }

    private List<Integer> numbers() {
        return database.read(sql -> sql.all("SELECT n FROM t ORDER BY n", row -> row.getInt(1)));
    }
}
