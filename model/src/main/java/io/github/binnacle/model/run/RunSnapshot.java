package io.github.binnacle.model.run;

import java.util.List;
import java.util.Optional;

/**
 * A run with all its tasks at one moment.
 *
 * @param tasks parents before children, siblings in the order they began; the root DAG first. Tasks
 *     that have not been reached yet are not listed.
 */
public record RunSnapshot(Run run, List<TaskSnapshot> tasks) {
    public RunSnapshot {
        tasks = List.copyOf(tasks);
    }

    public Optional<TaskSnapshot> task(TaskPath path) {
        return tasks.stream().filter(task -> task.path().equals(path)).findFirst();
    }
}
