package io.github.binnacle.model.pipeline.edit;

import io.github.binnacle.model.edit.Change;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.value.Value;
import java.util.List;

/** Lets a task's result be reused, or not. */
public record SetCaching(List<String> task, boolean isEnabled) implements PipelineEdit {
    public SetCaching {
        task = List.copyOf(task);
    }

    @Override
    public List<Problem> problems(PipelineDocument document) {
        return DagPlace.around(document, task).isPresent()
                ? List.of()
                : List.of(PipelineEdit.noTask(document, task));
    }

    @Override
    public List<Change> changes(PipelineDocument document) {
        DagPlace place = DagPlace.around(document, task).orElseThrow();
        String name = task.getLast();
        boolean isNow = place.spec(name).cachingOptions().enableCache();
        if (isNow == isEnabled) {
            return List.of();
        }
        return List.of(
                isEnabled
                        ? new Change.Set(
                                place.task(name, "cachingOptions", "enableCache"), Value.of(true))
                        : new Change.Remove(place.task(name, "cachingOptions", "enableCache")));
    }
}
