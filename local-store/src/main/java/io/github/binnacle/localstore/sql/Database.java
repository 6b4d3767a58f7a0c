package io.github.binnacle.localstore.sql;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One SQLite file, in WAL mode, with one writing and two reading threads of its own.
 *
 * <p>SQLite's native calls would pin the carriers of virtual threads, so callers hand their work
 * over and wait. Changes that wait together are committed together; each still succeeds or fails
 * alone.
 */
public final class Database implements AutoCloseable {
    private static final int READERS = 2;

    private final Path file;
    private final WorkQueue writes = new WorkQueue();
    private final WorkQueue reads = new WorkQueue();
    private final List<Thread> threads = new ArrayList<>();

    private Database(Path file) {
        this.file = file;
    }

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

    /**
     * Opens a file for reading and writing; see {@link StoreFile} for one that may be missing,
     * damaged or old.
     */
    static Database open(Path file, Durability durability) {
        Database database = new Database(file);
        Sql writer = Connections.forWriting(file, durability);
        database.thread("store-writer", new WriteLoop(writer, database.writes));
        database.startReaders();
        return database;
    }

    /** Opens a file that another process may be writing; changes are not possible. */
    static Database openForReading(Path file) {
        Database database = new Database(file);
        database.startReaders();
        return database;
    }

    private void startReaders() {
        for (int i = 0; i < READERS; i++) {
            thread("store-reader-" + i, new ReadLoop(Connections.forReading(file), reads));
        }
    }

    private void thread(String name, Runnable loop) {
        threads.add(Thread.ofPlatform().daemon().name(name).start(loop));
    }

    /**
     * Does work as part of a transaction and returns once that is committed.
     *
     * @throws StoreException if it cannot be done; nothing of it is kept then
     */
    public <T> T write(Work<T> work) {
        return writes.call(file, work);
    }

    /** Does work that only reads, as one consistent view. */
    public <T> T read(Work<T> work) {
        return reads.call(file, work);
    }

    /** Finishes the work that waits, then closes. */
    @Override
    public void close() {
        writes.close(1);
        reads.close(READERS);
        threads.forEach(Database::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
