package io.github.binnacle.localengine.run;

import io.github.binnacle.model.live.Subscription;
import io.github.binnacle.model.run.RunEngine;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunSnapshot;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** Waits for runs. */
final class Runs {
    private Runs() {}

    /** Returns the run as it ended. */
    static RunSnapshot await(RunEngine engine, RunId run, Duration longest)
            throws InterruptedException {
        return await(engine, run, longest, snapshot -> snapshot.run().state().isFinished());
    }

    /** Returns the run as it was first found so. */
    static RunSnapshot await(
            RunEngine engine, RunId run, Duration longest, Predicate<RunSnapshot> condition)
            throws InterruptedException {
        CompletableFuture<RunSnapshot> found = new CompletableFuture<>();
        try (Subscription _ =
                engine.follow(run)
                        .subscribe(snapshot -> {
                            if (condition.test(snapshot)) {
                                found.complete(snapshot);
                            }
                        })) {
            return found.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("Stays so: " + engine.follow(run).current(), e);
        }
    }
}
