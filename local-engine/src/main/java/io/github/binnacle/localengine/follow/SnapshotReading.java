package io.github.binnacle.localengine.follow;

import io.github.binnacle.model.run.RunChanges;
import io.github.binnacle.model.run.RunHistory;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunSnapshot;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Reads a run whole once, then only what happened to it since. */
final class SnapshotReading implements FollowedValue.Reading<RunSnapshot> {
    private final RunHistory history;
    private final RunId run;
    private volatile long event;

    SnapshotReading(RunHistory history, RunId run) {
        this.history = history;
        this.run = run;
    }

    /** The event is asked for first: what happens meanwhile is then read twice, never left out. */
    @Override
    public RunSnapshot first() {
        event = history.lastEvent();
        return history.snapshot(run)
                .orElseThrow(() -> new NoSuchElementException("There is no run " + run));
    }

    /** A run that was deleted stays as it was. */
    @Override
    public RunSnapshot next(RunSnapshot before) {
        Optional<RunChanges> changes = history.changes(run, event);
        if (changes.isEmpty()) {
            return before;
        }
        event = changes.get().event();
        return changes.get().applyTo(before);
    }
}
