package io.github.binnacle.model.pipeline.edit;

import io.github.binnacle.model.edit.Change;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives a task another name; everything that names it follows. */
public record RenameTask(List<String> task, String name) implements PipelineEdit {
    public RenameTask {
        task = List.copyOf(task);
    }

    @Override
    public List<Problem> problems(PipelineDocument document) {
        Optional<DagPlace> place = DagPlace.around(document, task);
        if (place.isEmpty()) {
            return List.of(PipelineEdit.noTask(document, task));
        }
        if (name.isBlank() || name.indexOf('/') >= 0) {
            return List.of(PipelineEdit.badName(document, task, name));
        }
        boolean isTaken = place.get().dag().tasks().containsKey(name);
        return isTaken && !name.equals(task.getLast())
                ? List.of(PipelineEdit.nameTaken(document, task, name))
                : List.of();
    }

    @Override
    public List<Change> changes(PipelineDocument document) {
        DagPlace place = DagPlace.around(document, task).orElseThrow();
        String old = task.getLast();
        if (old.equals(name)) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        new TaskMentions(place, old)
                .names()
                .forEach(mention -> changes.add(new Change.Set(mention, Value.of(name))));
        if (place.spec(old).taskInfoName().equals(old)) {
            changes.add(new Change.Set(place.task(old, "taskInfo", "name"), Value.of(name)));
        }
        changes.add(new Change.Rename(place.task(old), name));
        return changes;
    }
}
