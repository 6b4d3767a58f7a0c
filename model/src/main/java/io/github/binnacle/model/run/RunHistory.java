package io.github.binnacle.model.run;

import java.util.List;
import java.util.Optional;

/**
 * Reads what has been recorded. Safe beside a writer in another process; every call is one
 * consistent view.
 */
public interface RunHistory {
    /** Returns runs, newest first, at most {@code limit}. */
    List<Run> runs(int limit);

    Optional<RunSnapshot> snapshot(RunId run);

    /** Returns the text of the document as it was submitted. */
    Optional<String> document(RunId run);

    /** Finds a run by its id, a unique prefix of it, or its number. */
    Optional<RunId> find(String text);

    /** Returns the number of the newest event; it grows with every change of any run. */
    long lastEvent();

    /** Returns runs touched by events after {@code event}, each once. */
    List<RunId> changedSince(long event);

    /**
     * Returns what events after {@code event} did to a run: much less than a snapshot when little
     * happened. Empty if there is no such run.
     */
    Optional<RunChanges> changes(RunId run, long event);
}
