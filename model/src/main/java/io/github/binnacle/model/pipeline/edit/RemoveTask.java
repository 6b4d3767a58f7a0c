package io.github.binnacle.model.pipeline.edit;

import io.github.binnacle.model.edit.Change;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a task out of its DAG, with the links from it. Inputs and outputs that it fed are left
 * without a source, which validation reports; its component stays.
 */
public record RemoveTask(List<String> task) implements PipelineEdit {
    public RemoveTask {
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
        TaskMentions mentions = new TaskMentions(place, task.getLast());
        List<Change> changes = new ArrayList<>();
        mentions.waits().forEach(wait -> changes.add(new Change.Remove(wait)));
        mentions.inputs().forEach(input -> changes.add(new Change.Remove(input)));
        mentions.outputs().forEach(output -> changes.add(new Change.Remove(output)));
        changes.removeIf(change -> isInside(change, place));
        changes.add(new Change.Remove(place.task(task.getLast())));
        return changes;
    }

    private boolean isInside(Change change, DagPlace place) {
        List<String> own = place.task(task.getLast()).keys();
        List<String> keys = change.at().keys();
        return keys.size() >= own.size() && keys.subList(0, own.size()).equals(own);
    }
}
