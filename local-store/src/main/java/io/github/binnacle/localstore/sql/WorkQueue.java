package io.github.binnacle.localstore.sql;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Work that waits for a thread of the database. What was taken in before closing is still done. */
final class WorkQueue {
    private final BlockingQueue<Entry<?>> entries = new LinkedBlockingQueue<>();
    private boolean isOpen = true;

    /**
     * One piece of work and where its result goes.
     *
     * @param work null in the entry that ends a thread
     */
    record Entry<T>(Database.@Nullable Work<T> work, CompletableFuture<T> result) {

        /** Does the work and says how it went later, when the caller may know. */
        Runnable prepare(Sql sql) throws SQLException {
            T value = Objects.requireNonNull(work).run(sql);
            return () -> result.complete(value);
        }

        void fail(Throwable cause) {
            result.completeExceptionally(cause);
        }
    }

    /** Hands work over and waits for it. */
    <T> T call(Path file, Database.Work<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        add(file, new Entry<>(work, result));
        try {
            return result.join();
        } catch (CompletionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof StoreException known) {
                throw known;
            }
            throw StoreFailures.of(file, cause);
        }
    }

    private synchronized void add(Path file, Entry<?> entry) {
        if (!isOpen) {
            throw new StoreException("The database " + file + " has been closed.");
        }
        entries.add(entry);
    }

    /** Waits for the next work; empty when the asking thread shall end. */
    Optional<Entry<?>> take() throws InterruptedException {
        Entry<?> entry = entries.take();
        return entry.work() == null ? Optional.empty() : Optional.of(entry);
    }

    /** Waits for work and takes all that is there with it; empty when the thread shall end. */
    List<Entry<?>> takeAll(int most) throws InterruptedException {
        List<Entry<?>> batch = new ArrayList<>();
        Optional<Entry<?>> next = take();
        while (next.isPresent()) {
            batch.add(next.get());
            boolean goesOn = batch.size() < most && isWorkNext();
            next = goesOn ? take() : Optional.empty();
        }
        return batch;
    }

    private boolean isWorkNext() {
        Entry<?> next = entries.peek();
        return next != null && next.work() != null;
    }

    /** Takes no more work in, and ends so many threads after what is there. */
    synchronized void close(int threads) {
        if (isOpen) {
            isOpen = false;
            for (int i = 0; i < threads; i++) {
                entries.add(new Entry<>(null, new CompletableFuture<>()));
            }
        }
    }
}
