package io.github.binnacle.localengine.run;

import io.github.binnacle.localengine.capacity.Capacity;
import io.github.binnacle.localengine.capacity.Capacity.Lease;
import io.github.binnacle.localengine.capacity.Capacity.Waiting;
import io.github.binnacle.localengine.environment.EnvironmentSpec;
import io.github.binnacle.localengine.environment.PythonEnvironment;
import io.github.binnacle.model.problem.ProblemText;
import io.github.binnacle.model.run.RunLedger.CacheHit;
import io.github.binnacle.model.run.TaskState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes tasks that run a process through environment, cache, capacity, attempts and retries. Only
 * the run's own thread touches it.
 */
final class Executions {
    private final Equipment equipment;
    private final RunJournal journal;
    private final ExecutionRecords records;
    private final RunThread thread;
    private final EnvironmentShelf environments;
    private final Consumer<Work> canceled;
    private final Set<Execution> active = new LinkedHashSet<>();
    private final List<Execution> toLookUp = new ArrayList<>();
    private final List<Execution> toLease = new ArrayList<>();
    private final List<Runnable> toStart = new ArrayList<>();

    /** What executions are carried out with. */
    record Equipment(
            RunFacts run,
            ExecutorTasks tasks,
            CacheLookup cache,
            Capacity capacity,
            AttemptRun.AttemptMeans attempts,
            RunClock clock) {}

    /**
     * @param canceled told the work that ended by being canceled
     */
    Executions(
            Equipment equipment,
            RunJournal journal,
            RunThread thread,
            EnvironmentShelf environments,
            Consumer<Work> canceled) {
        this.equipment = equipment;
        this.journal = journal;
        this.records = new ExecutionRecords(journal, equipment.run(), equipment.clock());
        this.thread = thread;
        this.environments = environments;
        this.canceled = canceled;
    }

    void start(Execution execution) {
        active.add(execution);
        Optional<EnvironmentSpec> needed = ExecutorTasks.environment(execution.task().plan());
        if (needed.isEmpty()) {
            lookUpLater(execution, null);
            return;
        }
        Optional<PythonEnvironment> ready = environments.find(needed.get());
        if (ready.isPresent()) {
            lookUpLater(execution, ready.get());
        } else {
            awaitEnvironment(execution, needed.get());
        }
    }

    private void awaitEnvironment(Execution execution, EnvironmentSpec needed) {
        execution.onCancel(() -> cancelled(execution));
        environments.require(
                needed,
                new WaitingForEnvironment(
                        () -> active.contains(execution),
                        environment -> lookUpLater(execution, environment),
                        sentence -> records.stands(execution, new TaskState.Pending(sentence)),
                        message ->
                                fail(
                                        execution,
                                        TaskFailure.of(
                                                "run.environment", Map.of("detail", message)))));
    }

    private void lookUpLater(Execution execution, @Nullable PythonEnvironment environment) {
        if (environment != null) {
            execution.runIn(environment);
        }
        execution.findUnder(equipment.tasks().cacheKey(execution.task(), environment));
        (execution.cacheKey().isEmpty() ? toLease : toLookUp).add(execution);
    }

    /** Takes outputs from the cache where they are; says whether it had anything to look up. */
    boolean lookUp() {
        if (toLookUp.isEmpty()) {
            return false;
        }
        List<Execution> asked = taken(toLookUp);
        Map<String, CacheHit> hits =
                equipment.cache().find(asked.stream().map(Execution::cacheKey).distinct().toList());
        for (Execution execution : asked) {
            String key = execution.cacheKey();
            Optional<CacheHit> hit =
                    journal.uncommitted(key).or(() -> Optional.ofNullable(hits.get(key)));
            if (hit.isPresent()) {
                reuse(execution, hit.get());
            } else {
                toLease.add(execution);
            }
        }
        return true;
    }

    private void reuse(Execution execution, CacheHit hit) {
        TaskState.Cached state = new TaskState.Cached(hit.run(), hit.task());
        records.stands(execution, new TaskState.Running());
        journal.completed(
                execution.work(),
                new RunJournal.Success(0, state, hit.outputs(), execution.cacheKey()),
                _ -> {});
        active.remove(execution);
        execution.work().succeed(hit.outputs());
    }

    /** Gives tasks their shares of the computer, as far as there is room. */
    void lease() {
        for (Execution execution : taken(toLease)) {
            Optional<Lease> lease =
                    equipment.capacity().tryLease(execution.task().resources().demand());
            if (lease.isPresent()) {
                attempt(execution, lease.get());
            } else {
                awaitCapacity(execution);
            }
        }
    }

    /** Empties a list; what was canceled since it was put there is left out. */
    private List<Execution> taken(List<Execution> waiting) {
        List<Execution> taken = waiting.stream().filter(active::contains).toList();
        waiting.clear();
        return taken;
    }

    private void awaitCapacity(Execution execution) {
        String asked = execution.task().resources().demand().toString();
        String reason = ProblemText.of("run.waits-capacity", Map.of("asked", asked));
        records.stands(execution, new TaskState.Pending(reason));
        Waiting waiting =
                equipment
                        .capacity()
                        .request(
                                execution.task().resources().demand(),
                                lease -> thread.post(() -> granted(execution, lease)));
        execution.onCancel(() -> {
            waiting.cancel();
            cancelled(execution);
        });
    }

    private void granted(Execution execution, Lease lease) {
        if (active.contains(execution)) {
            attempt(execution, lease);
        } else {
            lease.close();
        }
    }

    /** Notes an attempt; it starts after the commit. */
    private void attempt(Execution execution, Lease lease) {
        execution.begin(lease, equipment.clock().now());
        records.stands(execution, new TaskState.Running());
        records.begun(execution);
        AttemptRun run = new AttemptRun(equipment.attempts(), startOf(execution, lease));
        execution.onCancel(run::cancel);
        toStart.add(() -> thread.elsewhere("attempt", () -> carryOut(execution, run)));
    }

    private void carryOut(Execution execution, AttemptRun run) {
        AttemptResult result = run.run();
        thread.post(() -> ended(execution, result));
    }

    private AttemptRun.Start startOf(Execution execution, Lease lease) {
        return new AttemptRun.Start(
                execution.task(),
                records.folder(execution),
                AttemptToken.of(
                        records.run().id(), execution.work().path(), execution.attemptNumber()),
                execution.environment(),
                identity -> thread.post(() -> identified(execution, identity)),
                lease::close);
    }

    private void identified(Execution execution, String identity) {
        execution.isProcess(identity);
        records.identified(execution);
    }

    /** Starts what was noted. Call after the commit. */
    void startNoted() {
        List<Runnable> noted = List.copyOf(toStart);
        toStart.clear();
        noted.forEach(Runnable::run);
    }

    private void ended(Execution execution, AttemptResult result) {
        switch (result) {
            case AttemptResult.Done done -> {
                records.ended(execution, new TaskState.Succeeded(), done.peakBytes());
                succeed(execution, done);
            }
            case AttemptResult.Broken(TaskFailure failure, long peakBytes) -> {
                TaskState state = new TaskState.Failed(failure.explanation());
                records.ended(execution, state, peakBytes);
                retryOrFail(execution, failure);
            }
            case AttemptResult.Canceled _ -> {
                records.ended(execution, new TaskState.Canceled(), 0);
                cancelled(execution);
            }
        }
    }

    private void succeed(Execution execution, AttemptResult.Done done) {
        active.remove(execution);
        journal.completed(
                execution.work(),
                new RunJournal.Success(
                        execution.attemptNumber(),
                        new TaskState.Succeeded(),
                        done.outputs(),
                        execution.cacheKey()),
                execution.work()::succeed);
    }

    private void retryOrFail(Execution execution, TaskFailure failure) {
        if (!failure.isWorthRetrying() || !execution.mayTryAgain()) {
            fail(execution, failure);
            return;
        }
        Duration pause = execution.backoff();
        String reason =
                ProblemText.of(
                        "run.waits-retry",
                        Map.of(
                                "tries", execution.tries(),
                                "most", execution.mostTries(),
                                "seconds", pause.toSeconds(),
                                "detail", failure.explanation().sentence()));
        records.stands(execution, new TaskState.Pending(reason));
        Thread pausing = thread.elsewhere("backoff", () -> pause(execution, pause));
        execution.onCancel(() -> {
            pausing.interrupt();
            cancelled(execution);
        });
    }

    private void pause(Execution execution, Duration duration) {
        try {
            equipment.clock().pause().await(duration);
            thread.post(() -> {
                if (active.contains(execution)) {
                    toLease.add(execution);
                }
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(Execution execution, TaskFailure failure) {
        active.remove(execution);
        records.stands(execution, new TaskState.Failed(failure.explanation()));
        execution.work().fail(failure.explanation().sentence());
    }

    private void cancelled(Execution execution) {
        if (active.remove(execution)) {
            canceled.accept(execution.work());
        }
    }

    /** Ends everything that waits or runs. */
    void cancel() {
        environments.cancel();
        List.copyOf(active).forEach(Execution::cancel);
    }
}
