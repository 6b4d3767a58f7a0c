package io.github.binnacle.localengine.run;

import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskSnapshot;
import io.github.binnacle.model.run.TaskValues;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What an earlier engine, or an earlier try of the same run, has done already. */
final class EarlierTasks {
    private final Map<TaskPath, TaskSnapshot> tasks = new HashMap<>();

    private EarlierTasks() {}

    static EarlierTasks none() {
        return new EarlierTasks();
    }

    static EarlierTasks of(RunSnapshot snapshot) {
        EarlierTasks earlier = new EarlierTasks();
        snapshot.tasks().forEach(task -> earlier.tasks.put(task.path(), task));
        return earlier;
    }

    /** Returns the outputs of a task that ended well; it does not run again. */
    Optional<TaskValues> outputs(TaskPath path) {
        return Optional.ofNullable(tasks.get(path))
                .filter(task -> task.state().hasOutputs())
                .map(TaskSnapshot::outputs);
    }

    /** Returns the number of the last attempt; 0 if there was none. */
    int lastAttempt(TaskPath path) {
        TaskSnapshot task = tasks.get(path);
        return task == null || task.attempts().isEmpty() ? 0 : task.attempts().getLast().number();
    }
}
