package io.github.binnacle.localstore.sql;

import io.github.binnacle.localstore.sql.WorkQueue.Entry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Commits changes, those that wait together in one transaction. */
record WriteLoop(Sql sql, WorkQueue queue) implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(WriteLoop.class);
    private static final int MOST_AT_ONCE = 256;

    @Override
    public void run() {
        try (sql) {
            List<Entry<?>> batch = queue.takeAll(MOST_AT_ONCE);
            while (!batch.isEmpty()) {
                commit(batch);
                batch = queue.takeAll(MOST_AT_ONCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            LOG.warn("A database could not be closed in order", e);
        }
    }

    private void commit(List<Entry<?>> batch) {
        List<Runnable> outcomes = new ArrayList<>();
        try {
            sql.execute("BEGIN IMMEDIATE");
            for (Entry<?> entry : batch) {
                outcomes.add(runAlone(entry));
            }
            sql.execute("COMMIT");
            outcomes.forEach(Runnable::run);
        } catch (SQLException e) {
            rollBack();
            batch.forEach(entry -> entry.fail(e));
        }
    }

    /** Runs one entry in a savepoint; what it returns tells the caller once all is committed. */
    private Runnable runAlone(Entry<?> entry) throws SQLException {
        sql.execute("SAVEPOINT work");
        try {
            Runnable outcome = entry.prepare(sql);
            sql.execute("RELEASE work");
            return outcome;
        } catch (Throwable e) {
            undo(e);
            return () -> entry.fail(e);
        }
    }

    /** Undoes one entry. On a full disk SQLite has undone all by then; the cause is everybody's. */
    private void undo(Throwable cause) throws SQLException {
        try {
            sql.execute("ROLLBACK TO work");
            sql.execute("RELEASE work");
        } catch (SQLException noSavepoint) {
            throw cause instanceof SQLException first ? first : noSavepoint;
        }
    }

    private void rollBack() {
        try {
            sql.execute("ROLLBACK");
        } catch (SQLException e) {
            LOG.debug("SQLite had rolled back by itself", e);
        }
    }
}
