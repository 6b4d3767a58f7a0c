package io.github.binnacle.ui.job;

import io.github.binnacle.ui.fx.FxThread;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work away from the JavaFX thread, each on a virtual thread, and brings back what it made.
 */
public final class Jobs {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final ObservableList<Job> running = FXCollections.observableArrayList();
    private final Executor fx;
    private final Executor workers;

    public Jobs() {
        this(FxThread.executor(), task -> Thread.ofVirtual().name("job").start(task));
    }

    /**
     * @param fx where results arrive and properties change
     * @param workers where work runs
     */
    public Jobs(Executor fx, Executor workers) {
        this.fx = fx;
        this.workers = workers;
    }

    /** What people should know is going on, oldest first. */
    public ObservableList<Job> running() {
        return running;
    }

    /**
     * Starts work that people may watch and cancel. Of a canceled job neither result nor failure
     * arrives.
     *
     * @param done given the result on the JavaFX thread
     * @param failed given what went wrong on the JavaFX thread
     */
    public <T> Job start(
            String title,
            Work<T> work,
            Consumer<? super T> done,
            Consumer<? super Exception> failed) {
        Job job = new Job(title);
        fx.execute(() -> running.add(job));
        workers.execute(() -> perform(job, work, done, failed));
        return job;
    }

    /** Starts work too short to be shown. */
    public <T> Job ask(Work<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        Job job = new Job("");
        workers.execute(() -> perform(job, work, done, failed));
        return job;
    }

    private <T> void perform(
            Job job, Work<T> work, Consumer<? super T> done, Consumer<? super Exception> failed) {
        job.attach(Thread.currentThread());
        try {
            T result = work.run((sentence, share) -> report(job, sentence, share));
            finish(job, () -> done.accept(result));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            finish(job, () -> {});
        } catch (Exception e) {
            LOG.debug("The job {} failed", job.title(), e);
            finish(job, () -> failed.accept(e));
        } finally {
            job.detach();
        }
    }

    private void report(Job job, String sentence, double share) {
        fx.execute(() -> {
            job.message.set(sentence);
            job.progress.set(share);
        });
    }

    private void finish(Job job, Runnable handOver) {
        fx.execute(() -> {
            running.remove(job);
            if (!job.isCanceled()) {
                handOver.run();
            }
        });
    }
}
