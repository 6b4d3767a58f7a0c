package io.github.binnacle.localengine.run;

import io.github.binnacle.localengine.capacity.Capacity.Lease;
import io.github.binnacle.localengine.environment.PythonEnvironment;
import io.github.binnacle.model.pipeline.PipelineTaskSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A task that runs a process, as far as it has come. Only the run's own thread touches it. */
final class Execution {
    private final ExecutorTask task;
    private final int earlierAttempts;
    private int tries;
    private String cacheKey = "";
    private @Nullable PythonEnvironment environment;
    private @Nullable Lease lease;
    private @Nullable Instant startedAt;
    private String process = "";
    private Runnable interruption = () -> {};

    /**
     * @param earlierAttempts number of the last attempt of an earlier try of the run
     */
    Execution(ExecutorTask task, int earlierAttempts) {
        this.task = task;
        this.earlierAttempts = earlierAttempts;
    }

    ExecutorTask task() {
        return task;
    }

    Work work() {
        return task.work();
    }

    String cacheKey() {
        return cacheKey;
    }

    void findUnder(String key) {
        cacheKey = key;
    }

    @Nullable PythonEnvironment environment() {
        return environment;
    }

    void runIn(PythonEnvironment found) {
        environment = found;
    }

    /** Counts one more attempt, which holds a share of the computer. */
    void begin(Lease share, Instant now) {
        tries++;
        lease = share;
        startedAt = now;
        process = "";
    }

    void isProcess(String identity) {
        process = identity;
    }

    /** Returns the identity of its process; empty before it is known. */
    String process() {
        return process;
    }

    int attemptNumber() {
        return earlierAttempts + tries;
    }

    Instant startedAt() {
        return Objects.requireNonNull(startedAt);
    }

    Lease lease() {
        return Objects.requireNonNull(lease);
    }

    private @Nullable RetryPolicy policy() {
        PipelineTaskSpec spec = task.work().task();
        return spec == null ? null : spec.retryPolicy();
    }

    int mostTries() {
        RetryPolicy policy = policy();
        return policy == null ? 1 : 1 + policy.maxRetryCount();
    }

    int tries() {
        return tries;
    }

    boolean mayTryAgain() {
        return tries < mostTries();
    }

    /** Returns the wait before the next attempt. */
    Duration backoff() {
        RetryPolicy policy = policy();
        if (policy == null) {
            return Duration.ZERO;
        }
        double seconds =
                policy.backoffDuration().toMillis()
                        / 1000.0
                        * Math.pow(Math.max(policy.backoffFactor(), 1), tries - 1.0);
        double most = policy.backoffMaxDuration().toMillis() / 1000.0;
        return Duration.ofMillis((long) (1000 * Math.min(seconds, most)));
    }

    /** Sets what ends its present waiting or running. */
    void onCancel(Runnable action) {
        interruption = action;
    }

    void cancel() {
        interruption.run();
    }
}
