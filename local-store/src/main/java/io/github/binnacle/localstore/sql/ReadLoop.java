package io.github.binnacle.localstore.sql;

import io.github.binnacle.localstore.sql.WorkQueue.Entry;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads, each work in a transaction of its own: one consistent view. */
record ReadLoop(Sql sql, WorkQueue queue) implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(ReadLoop.class);

    @Override
    public void run() {
        try (sql) {
            Optional<Entry<?>> entry = queue.take();
            while (entry.isPresent()) {
                read(entry.get());
                entry = queue.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            LOG.warn("A database could not be closed in order", e);
        }
    }

    private void read(Entry<?> entry) {
        try {
            sql.execute("BEGIN");
            try {
                entry.prepare(sql).run();
            } finally {
                sql.execute("COMMIT");
            }
        } catch (Throwable e) {
            entry.fail(e);
        }
    }
}
