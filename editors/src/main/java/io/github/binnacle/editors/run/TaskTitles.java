package io.github.binnacle.editors.run;

import io.github.binnacle.editors.parts.StepTitles;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskSnapshot;
import io.github.binnacle.ui.text.Texts;
import java.util.stream.Collectors;

/** Names the tasks of a run for people, with their iterations. */
final class TaskTitles {
    private static final Texts TEXTS = Texts.of(TaskTitles.class);

    private TaskTitles() {}

    /** Writes {@code Train model}, or {@code Train model · 2} in a loop's second iteration. */
    static String of(TaskSnapshot task, RunViewModel model) {
        RunGraph graph = model.graphProperty().get();
        String name =
                graph == null
                        ? StepTitles.name(task.displayName())
                        : graph.titles().of(task.path().taskNames());
        String iterations = iterations(task.path());
        return iterations.isEmpty()
                ? name
                : TEXTS.get("title.iteration", "step", name, "iteration", iterations);
    }

    /** Writes the iterations from the outermost loop inwards, counted from 1. */
    private static String iterations(TaskPath path) {
        return path.segments().stream()
                .filter(segment -> segment.iteration() >= 0)
                .map(segment -> String.valueOf(segment.iteration() + 1))
                .collect(Collectors.joining("."));
    }
}
