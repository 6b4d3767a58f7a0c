package io.github.binnacle.app.cli;

import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lists each task below the one it belongs to: iterations by their number, others in the order in
 * which they were given.
 */
final class StepTree {
    private static final Comparator<TaskSnapshot> BY_ITERATION =
            Comparator.comparingInt(task -> task.path().segments().getLast().iteration());

    private final Map<TaskPath, List<TaskSnapshot>> below = new HashMap<>();
    private final List<TaskSnapshot> listed = new ArrayList<>();

    private StepTree(List<TaskSnapshot> tasks) {
        Set<TaskPath> there = tasks.stream().map(TaskSnapshot::path).collect(Collectors.toSet());
        for (TaskSnapshot task : tasks) {
            task.path()
                    .parent()
                    .map(parent -> there.contains(parent) ? parent : TaskPath.ROOT)
                    .ifPresent(parent ->
                            below.computeIfAbsent(parent, _ -> new ArrayList<>()).add(task));
        }
    }

    /** Lists all tasks but the root. */
    static List<TaskSnapshot> of(List<TaskSnapshot> tasks) {
        StepTree tree = new StepTree(tasks);
        tree.listBelow(TaskPath.ROOT);
        return tree.listed;
    }

    private void listBelow(TaskPath path) {
        for (TaskSnapshot task :
                below.getOrDefault(path, List.of()).stream().sorted(BY_ITERATION).toList()) {
            listed.add(task);
            listBelow(task.path());
        }
    }
}
