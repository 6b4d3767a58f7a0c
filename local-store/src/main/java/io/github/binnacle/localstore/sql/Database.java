package io.github.binnacle.localstore.sql;

import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One SQLite file, in WAL mode, with one writing and two reading threads of its own.
 *
 * <p>SQLite's native calls would pin the carriers of virtual threads, so callers hand their work
 * over and wait. Changes that wait together are committed together; each still succeeds or fails
 * alone.
 */
public final class Database implements AutoCloseable {
    private static final int READERS = 2;
    private static final int MOST_AT_ONCE = 256;
    private static final String NEEDED_VERSION = "3.51.3";

    private final BlockingQueue<Task<?>> writes = new LinkedBlockingQueue<>();
    private final BlockingQueue<Task<?>> reads = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicBoolean isOpen = new AtomicBoolean(true);

    private Database() {}

    /** How hard SQLite works for a commit to survive a power cut. */
    public enum Durability {
        /** Every commit is on the disk when it returns. */
        FULL,
        /** The last commits may be lost, nothing is damaged. */
        NORMAL
    }

    /** Work on a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Sql sql) throws SQLException;
    }

    private record Task<T>(Work<T> work, CompletableFuture<T> result) {
        void run(Sql sql) {
            try {
                result.complete(work.run(sql));
            } catch (SQLException | RuntimeException e) {
                result.completeExceptionally(e);
            }
        }
    }

    /** Opens a file for reading and writing, making it if it is not there. */
    public static Database open(Path file, Durability durability) {
        Database database = new Database();
        Sql writer = connect(file, durability, false);
        checkVersion(writer);
        database.thread("store-writer", () -> database.writeLoop(writer));
        database.startReaders(file, durability);
        return database;
    }

    /** Opens a file that another process may be writing; changes are not possible. */
    public static Database openForReading(Path file) {
        Database database = new Database();
        database.startReaders(file, Durability.FULL);
        return database;
    }

    private void startReaders(Path file, Durability durability) {
        for (int i = 0; i < READERS; i++) {
            thread("store-reader-" + i, () -> readLoop(file, durability));
        }
    }

    private void thread(String name, Runnable loop) {
        threads.add(Thread.ofPlatform().daemon().name(name).start(loop));
    }

    private static Sql connect(Path file, Durability durability, boolean isReadOnly) {
        try {
            Connection connection =
                    DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
            Sql sql = new Sql(connection);
            sql.execute("PRAGMA busy_timeout = 5000");
            if (isReadOnly) {
                sql.execute("PRAGMA query_only = ON");
            } else {
                sql.one("PRAGMA journal_mode = WAL", row -> row.getString(1));
            }
            sql.execute("PRAGMA synchronous = " + durability.name());
            sql.execute("PRAGMA mmap_size = 0");
            return sql;
        } catch (SQLException e) {
            throw new StoreException(
                    "The database " + file + " cannot be opened: " + e.getMessage(), e);
        }
    }

    private static void checkVersion(Sql sql) {
        try {
            String version = sql.one("SELECT sqlite_version()", row -> row.getString(1)).orElse("");
            if (Version.parse(version).compareTo(Version.parse(NEEDED_VERSION)) < 0) {
                throw new StoreException(
                        "SQLite "
                                + version
                                + " may damage its files; "
                                + NEEDED_VERSION
                                + " is needed.");
            }
        } catch (SQLException e) {
            throw new StoreException("SQLite does not say its version: " + e.getMessage(), e);
        }
    }

    /**
     * Does work as part of a transaction and returns once that is committed.
     *
     * @throws StoreException if it cannot be done; nothing of it is kept then
     */
    public <T> T write(Work<T> work) {
        return await(writes, work);
    }

    /** Does work that only reads, as one consistent view. */
    public <T> T read(Work<T> work) {
        return await(reads, work);
    }

    private <T> T await(BlockingQueue<Task<?>> queue, Work<T> work) {
        if (!isOpen.get()) {
            throw new StoreException("The database is closed.");
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        queue.add(new Task<>(work, result));
        try {
            return result.join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof StoreException known) {
                throw known;
            }
            throw new StoreException("The database refused: " + cause.getMessage(), cause);
        }
    }

    private void readLoop(Path file, Durability durability) {
        try (Sql sql = connect(file, durability, true)) {
            while (isOpen.get()) {
                Task<?> task = reads.take();
                sql.execute("BEGIN");
                try {
                    task.run(sql);
                } finally {
                    sql.execute("COMMIT");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            fail(reads, e);
        }
    }

    private void writeLoop(Sql sql) {
        try (sql) {
            while (isOpen.get() || !writes.isEmpty()) {
                List<Task<?>> batch = new ArrayList<>();
                batch.add(writes.take());
                writes.drainTo(batch, MOST_AT_ONCE - 1);
                commit(sql, batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            fail(writes, e);
        }
    }

    private static void commit(Sql sql, List<Task<?>> batch) throws SQLException {
        List<Runnable> outcomes = new ArrayList<>();
        try {
            sql.execute("BEGIN IMMEDIATE");
            for (Task<?> task : batch) {
                outcomes.add(runAlone(sql, task));
            }
            sql.execute("COMMIT");
            outcomes.forEach(Runnable::run);
        } catch (SQLException e) {
            batch.forEach(task -> task.result().completeExceptionally(e));
            rollBack(sql);
        }
    }

    private static void rollBack(Sql sql) throws SQLException {
        try {
            sql.execute("ROLLBACK");
        } catch (SQLException notInTransaction) {
            sql.one("SELECT 1", row -> row.getInt(1));
        }
    }

    /** Runs one task in a savepoint; what it returns tells the caller once all is committed. */
    private static <T> Runnable runAlone(Sql sql, Task<T> task) throws SQLException {
        sql.execute("SAVEPOINT work");
        try {
            T value = task.work().run(sql);
            sql.execute("RELEASE work");
            return () -> task.result().complete(value);
        } catch (SQLException | RuntimeException e) {
            sql.execute("ROLLBACK TO work");
            sql.execute("RELEASE work");
            return () -> task.result().completeExceptionally(e);
        }
    }

    private void fail(BlockingQueue<Task<?>> queue, Exception cause) {
        isOpen.set(false);
        List<Task<?>> waiting = new ArrayList<>();
        queue.drainTo(waiting);
        waiting.forEach(task -> task.result().completeExceptionally(cause));
    }

    /** Finishes the changes that wait, then closes. */
    @Override
    public void close() {
        if (isOpen.compareAndSet(true, false)) {
            writes.add(new Task<>(sql -> true, new CompletableFuture<>()));
            for (int i = 0; i < READERS; i++) {
                reads.add(new Task<>(sql -> true, new CompletableFuture<>()));
            }
            threads.forEach(Database::join);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
