package io.github.binnacle.bench.kill;

import io.github.binnacle.model.run.Attempt;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.run.TaskSnapshot;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was recorded as completed when a host died, and holds the rest of the run against
 * it: what was completed stays as it was and never runs again.
 */
final class Completions {
    private final EffectFile effects;
    private final Consumer<String> faults;
    private final Map<String, TaskSnapshot> completed = new LinkedHashMap<>();
    private final Map<String, Integer> effectCounts = new LinkedHashMap<>();

    Completions(EffectFile effects, Consumer<String> faults) {
        this.effects = effects;
        this.faults = faults;
    }

    /** Takes in what is recorded, while no host and no task is alive. */
    void hostDied(RunSnapshot recorded) throws IOException {
        Map<String, Integer> counts = effects.counts();
        compare(recorded, counts);
        for (TaskSnapshot task : recorded.tasks()) {
            String name = task.path().toString();
            if (!task.state().hasOutputs() || !name.startsWith("step-")) {
                continue;
            }
            if (!counts.containsKey(name)) {
                faults.accept(name + " is recorded as completed and never came to its end");
            }
            completed.putIfAbsent(name, task);
            effectCounts.putIfAbsent(name, counts.getOrDefault(name, 0));
        }
    }

    /** Checks the run once it has ended. */
    void ended(RunSnapshot recorded) throws IOException {
        if (recorded.run().state() != RunState.SUCCEEDED) {
            faults.accept(
                    "the run ended as " + recorded.run().state() + ": " + recorded.run().problem());
        }
        compare(recorded, effects.counts());
        Map<String, TaskSnapshot> tasks = byName(recorded);
        for (int i = 0; i < KilledPipeline.TASKS; i++) {
            checkTask(tasks.get(KilledPipeline.task(i)), i);
        }
    }

    private void compare(RunSnapshot recorded, Map<String, Integer> counts) {
        Map<String, TaskSnapshot> now = byName(recorded);
        completed.forEach((name, before) -> {
            if (!before.equals(now.get(name))) {
                faults.accept(name + " was completed and then changed to " + now.get(name));
            }
            if (!Objects.equals(effectCounts.get(name), counts.get(name))) {
                faults.accept(name + " was completed and ran again");
            }
        });
    }

    private void checkTask(@Nullable TaskSnapshot task, int number) {
        String name = KilledPipeline.task(number);
        if (task == null || !task.state().hasOutputs()) {
            faults.accept(name + " did not complete");
            return;
        }
        Value next = task.outputs().parameters().get("next");
        if (!Value.of(KilledPipeline.value(number)).equals(next)) {
            faults.accept(name + " put out " + next);
        }
        long successes =
                task.attempts().stream().map(Attempt::state).filter(TaskState::hasOutputs).count();
        if (successes != 1) {
            faults.accept(name + " has " + successes + " attempts that succeeded");
        }
    }

    private static Map<String, TaskSnapshot> byName(RunSnapshot recorded) {
        Map<String, TaskSnapshot> tasks = new LinkedHashMap<>();
        recorded.tasks().forEach(task -> tasks.put(task.path().toString(), task));
        return tasks;
    }
}
