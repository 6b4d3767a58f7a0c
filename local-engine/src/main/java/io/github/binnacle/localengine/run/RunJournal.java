package io.github.binnacle.localengine.run;

import io.github.binnacle.model.run.Attempt;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunLedger;
import io.github.binnacle.model.run.RunLedger.CacheHit;
import io.github.binnacle.model.run.RunLedger.Completion;
import io.github.binnacle.model.run.RunLedger.NewTask;
import io.github.binnacle.model.run.RunLedger.TaskChange;
import io.github.binnacle.model.run.TaskKind;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.run.TaskValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Gathers what happens to a run's tasks and commits it together, before the effects that it
 * describes. Only the run's own thread touches it.
 */
final class RunJournal {
    private static final int LONG = 2_000;

    private final RunLedger ledger;
    private final RunId run;
    private final RunClock clock;
    private final Runnable changed;
    private final List<TaskChange> changes = new ArrayList<>();
    private final List<Consumer<TaskValues>> waiting = new ArrayList<>();
    private final Set<TaskPath> started = new HashSet<>();
    private final Map<String, CacheHit> uncommitted = new HashMap<>();
    private boolean isUrgent;

    /**
     * @param changed told after each commit
     */
    RunJournal(RunLedger ledger, RunId run, RunClock clock, Runnable changed) {
        this.ledger = ledger;
        this.run = run;
        this.clock = clock;
        this.changed = changed;
    }

    /** Notes that work begins, or how it stands if it has begun. */
    void stands(Work work, TaskKind kind, TaskState state, String image) {
        if (!started.add(work.path())) {
            add(new TaskChange.Stood(work.path(), state, clock.now()));
            return;
        }
        add(
                new TaskChange.Started(
                        new NewTask(
                                work.path(),
                                kind,
                                work.displayName(),
                                state,
                                work.inputs(),
                                image,
                                work.iteration(),
                                work.component().dag().map(dag -> dag.tasks().size()).orElse(-1),
                                clock.now())));
    }

    /** Notes that work ended without outputs; work that never began is not recorded. */
    void ended(Work work, TaskState state) {
        if (started.contains(work.path())) {
            add(new TaskChange.Stood(work.path(), state, clock.now()));
        }
    }

    void counted(Work loop, int iterations) {
        add(new TaskChange.Counted(loop.path(), iterations));
    }

    void attempted(Work work, Attempt attempt) {
        add(new TaskChange.Attempted(work.path(), attempt));
    }

    /** Notes something that may wait for the next commit. */
    void attemptedLater(Work work, Attempt attempt) {
        changes.add(new TaskChange.Attempted(work.path(), attempt));
    }

    /**
     * Notes that work ended well.
     *
     * @param then given the outputs with the numbers of their artifacts: at once if all have
     *     theirs, else after the commit
     */
    void completed(Work work, Success success, Consumer<TaskValues> then) {
        add(
                new TaskChange.Completed(
                        new Completion(
                                work.path(),
                                success.attempt(),
                                success.state(),
                                success.outputs(),
                                success.cacheKey(),
                                clock.now())));
        if (hasNewArtifacts(success.outputs())) {
            waiting.add(then);
            return;
        }
        waiting.add(_ -> {});
        if (success.state() instanceof TaskState.Succeeded && !success.cacheKey().isEmpty()) {
            uncommitted.put(
                    success.cacheKey(), new CacheHit(run, work.path(), 0, success.outputs()));
        }
        then.accept(success.outputs());
    }

    private static boolean hasNewArtifacts(TaskValues outputs) {
        return outputs.artifacts().values().stream()
                .flatMap(List::stream)
                .anyMatch(artifact -> artifact.id() == 0);
    }

    /** Finds outputs that are noted under a cache key and not committed yet. */
    Optional<CacheHit> uncommitted(String cacheKey) {
        return Optional.ofNullable(uncommitted.get(cacheKey));
    }

    /**
     * What work that ended well leaves.
     *
     * @param attempt 0 if there was none
     * @param cacheKey empty if the outputs may not be used again
     */
    record Success(int attempt, TaskState state, TaskValues outputs, String cacheKey) {
        static Success without(TaskValues outputs) {
            return new Success(0, new TaskState.Succeeded(), outputs, "");
        }
    }

    private void add(TaskChange change) {
        changes.add(change);
        isUrgent = true;
    }

    /** Says whether something waits that may not wait for long. */
    boolean isUrgent() {
        return isUrgent;
    }

    /** Says whether so much is noted that users should see it. */
    boolean isLong() {
        return changes.size() >= LONG;
    }

    /** Commits everything noted so far, then hands out the outputs of what was completed. */
    void commit() {
        if (changes.isEmpty()) {
            return;
        }
        List<TaskChange> batch = List.copyOf(changes);
        List<Consumer<TaskValues>> then = List.copyOf(waiting);
        changes.clear();
        waiting.clear();
        uncommitted.clear();
        isUrgent = false;
        List<TaskValues> outputs = ledger.record(run, batch).completed();
        for (int i = 0; i < then.size(); i++) {
            then.get(i).accept(outputs.get(i));
        }
        changed.run();
    }
}
