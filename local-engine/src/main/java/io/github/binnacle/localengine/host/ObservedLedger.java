package io.github.binnacle.localengine.host;

import io.github.binnacle.model.run.Run;
import io.github.binnacle.model.run.RunChanges;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunLedger;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.run.TaskValues;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The host's ledger: tells of every change, knows which runs go on, and can be sealed, after which
 * nothing is written any more.
 */
final class ObservedLedger implements RunLedger {
    private final RunLedger ledger;
    private final HostActivity activity;
    private final Runnable changed;
    private volatile boolean isSealed;

    /**
     * @param changed called after each change, by the thread that made it; must not block
     */
    ObservedLedger(RunLedger ledger, HostActivity activity, Runnable changed) {
        this.ledger = ledger;
        this.activity = activity;
        this.changed = changed;
    }

    /** Refuses every later change. */
    void seal() {
        isSealed = true;
    }

    private <T> T write(Supplier<T> change) {
        if (isSealed) {
            throw new IllegalStateException("The engine is ending; its ledger is closed");
        }
        T result = change.get();
        changed.run();
        return result;
    }

    private void write(Runnable change) {
        write(() -> {
            change.run();
            return true;
        });
    }

    @Override
    public Run createRun(NewRun run) {
        Run created = write(() -> ledger.createRun(run));
        activity.runIs(created.id(), created.state());
        return created;
    }

    @Override
    public void setRunState(RunId run, RunState state, Instant at, String problem) {
        write(() -> ledger.setRunState(run, state, at, problem));
        activity.runIs(run, state);
    }

    @Override
    public void finishRun(
            RunId run, RunState state, TaskValues outputs, Instant at, String problem) {
        write(() -> ledger.finishRun(run, state, outputs, at, problem));
        activity.runIs(run, state);
    }

    @Override
    public Recorded record(RunId run, List<TaskChange> changes) {
        return write(() -> ledger.record(run, changes));
    }

    @Override
    public List<RunId> interruptRunning(Instant at) {
        return write(() -> ledger.interruptRunning(at));
    }

    @Override
    public void delete(RunId run) {
        write(() -> ledger.delete(run));
        activity.runIs(run, RunState.CANCELED);
    }

    @Override
    public Optional<CacheHit> findCached(String cacheKey) {
        return ledger.findCached(cacheKey);
    }

    @Override
    public Map<String, CacheHit> findCached(List<String> cacheKeys) {
        return ledger.findCached(cacheKeys);
    }

    @Override
    public Set<String> sharedUris(RunId run) {
        return ledger.sharedUris(run);
    }

    @Override
    public List<Run> runs(int limit) {
        return ledger.runs(limit);
    }

    @Override
    public Optional<RunSnapshot> snapshot(RunId run) {
        return ledger.snapshot(run);
    }

    @Override
    public Optional<String> document(RunId run) {
        return ledger.document(run);
    }

    @Override
    public Optional<RunId> find(String text) {
        return ledger.find(text);
    }

    @Override
    public long lastEvent() {
        return ledger.lastEvent();
    }

    @Override
    public List<RunId> changedSince(long event) {
        return ledger.changedSince(event);
    }

    @Override
    public Optional<RunChanges> changes(RunId run, long event) {
        return ledger.changes(run, event);
    }
}
