package io.github.binnacle.ui.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobsTest {
    private final Deque<Runnable> workers = new ArrayDeque<>();
    private final Jobs jobs = new Jobs(Runnable::run, workers::add);
    private final List<Object> results = new ArrayList<>();

    private void work() {
        while (!workers.isEmpty()) {
            workers.remove().run();
        }
    }

    @Test
    void showsAJobWhileItRunsAndHandsOverItsResult() {
        Job job =
                jobs.start(
                        "Counting",
                        progress -> {
                            progress.report("half", 0.5);
                            return 42;
                        },
                        results::add,
                        results::add);

        List<Job> during = List.copyOf(jobs.running());
        work();

        assertThat(during).containsExactly(job);
        assertThat(jobs.running()).isEmpty();
        assertThat(job.messageProperty().get()).isEqualTo("half");
        assertThat(results).containsExactly(42);
    }

    @Test
    void handsOverAFailure() {
        IOException failure = new IOException("gone");

        jobs.ask(
                _ -> {
                    throw failure;
                },
                results::add,
                results::add);
        work();

        assertThat(results).containsExactly(failure);
    }

    @Test
    void dropsWhatACanceledJobMakes() {
        Job job = jobs.start("Long", _ -> 1, results::add, results::add);

        job.cancel();
        work();
        Thread.interrupted();

        assertThat(results).isEmpty();
        assertThat(jobs.running()).isEmpty();
    }
}
