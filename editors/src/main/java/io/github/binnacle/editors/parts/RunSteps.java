package io.github.binnacle.editors.parts;

import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.TaskKind;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tasks of a run by their place in the document; in loops one place has many. */
public final class RunSteps {
    private final Map<List<String>, List<TaskSnapshot>> byPlace = new HashMap<>();
    private final RunSnapshot snapshot;

    public RunSteps(RunSnapshot snapshot) {
        this.snapshot = snapshot;
        for (TaskSnapshot task : snapshot.tasks()) {
            byPlace.computeIfAbsent(task.path().taskNames(), _ -> new ArrayList<>()).add(task);
        }
    }

    public RunSnapshot snapshot() {
        return snapshot;
    }

    /** Returns what ran at a place, of the iterations looked at; of a loop the loop itself. */
    public List<TaskSnapshot> at(List<String> place, IterationChoice choice) {
        return byPlace.getOrDefault(place, List.of()).stream()
                .filter(task -> choice.includes(task.path()))
                .filter(task -> isShown(task, place, choice))
                .toList();
    }

    private static boolean isShown(TaskSnapshot task, List<String> place, IterationChoice choice) {
        boolean isIteration = task.kind() == TaskKind.LOOP_ITERATION;
        boolean isLoop = task.kind() == TaskKind.LOOP;
        return choice.of(place).isPresent() ? !isLoop : !isIteration;
    }

    /**
     * Says how a place stands; what lies in a skipped group is skipped with it. Empty if it has not
     * been reached.
     */
    public Optional<StepState> state(List<String> place, IterationChoice choice, Instant now) {
        Optional<StepState> own = StepState.of(at(place, choice), now);
        return own.isPresent() || place.isEmpty()
                ? own
                : state(place.subList(0, place.size() - 1), choice, now)
                        .filter(around -> around.look() == StepLook.SKIPPED)
                        .map(_ -> new StepState(StepLook.SKIPPED, "", -1));
    }

    /** Returns the iterations of a loop within what is looked at, by their order. */
    public List<TaskSnapshot> iterations(List<String> loop, IterationChoice choice) {
        return byPlace.getOrDefault(loop, List.of()).stream()
                .filter(task -> task.kind() == TaskKind.LOOP_ITERATION)
                .filter(task -> choice.with(loop, -1).includes(task.path()))
                .toList();
    }

    public Optional<TaskSnapshot> task(TaskPath path) {
        return byPlace.getOrDefault(path.taskNames(), List.of()).stream()
                .filter(task -> task.path().equals(path))
                .findFirst();
    }

    /** Returns what did something: neither DAGs nor loops nor their iterations. */
    public List<TaskSnapshot> leaves() {
        return snapshot.tasks().stream()
                .filter(task -> task.kind() == TaskKind.RUNTIME || task.kind() == TaskKind.IMPORTER)
                .toList();
    }
}
