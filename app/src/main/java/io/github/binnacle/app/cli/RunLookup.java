package io.github.binnacle.app.cli;

import io.github.binnacle.model.run.RunHistory;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskSnapshot;
import java.util.List;

/** Finds runs and steps as users name them. */
final class RunLookup {
    private final RunHistory history;

    RunLookup(RunHistory history) {
        this.history = history;
    }

    RunId id(String text) throws Refused {
        return history.find(text)
                .orElseThrow(() ->
                        new Refused(
                                ExitCode.USAGE,
                                "There is no run \""
                                        + text
                                        + "\", or several begin so. \"binnacle runs list\""
                                        + " shows numbers and ids."));
    }

    RunSnapshot snapshot(String text) throws Refused {
        return history.snapshot(id(text)).orElseThrow();
    }

    /**
     * Returns the steps of a name: a path such as {@code for-loop-1[2]/train}, or a task's name,
     * which may stand for several; all steps for the empty name.
     */
    static List<TaskSnapshot> steps(RunSnapshot run, String name) throws Refused {
        List<TaskSnapshot> steps =
                run.tasks().stream()
                        .filter(RunProgress::isStep)
                        .filter(step -> name.isEmpty() || isNamed(step.path(), name))
                        .toList();
        if (steps.isEmpty() && !name.isEmpty()) {
            throw new Refused(
                    ExitCode.USAGE,
                    "Run "
                            + run.run().number()
                            + " has no step \""
                            + name
                            + "\" yet. \"binnacle runs show "
                            + run.run().number()
                            + "\" lists its steps.");
        }
        return steps;
    }

    private static boolean isNamed(TaskPath path, String name) {
        return path.toString().equals(name) || path.segments().getLast().task().equals(name);
    }
}
