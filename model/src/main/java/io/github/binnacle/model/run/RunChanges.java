package io.github.binnacle.model.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What happened to a run after an event.
 *
 * @param event number of the newest event that is taken into account: where to ask on
 * @param run the run as it is now
 * @param tasks those touched since, as they are now, in the order they began
 */
public record RunChanges(long event, Run run, List<TaskSnapshot> tasks) {
    public RunChanges {
        tasks = List.copyOf(tasks);
    }

    /** Brings a snapshot that was taken at the event asked from, or later, up to date. */
    public RunSnapshot applyTo(RunSnapshot before) {
        Map<TaskPath, TaskSnapshot> merged = new LinkedHashMap<>();
        before.tasks().forEach(task -> merged.put(task.path(), task));
        tasks.forEach(task -> merged.put(task.path(), task));
        return new RunSnapshot(run, List.copyOf(merged.values()));
    }
}
