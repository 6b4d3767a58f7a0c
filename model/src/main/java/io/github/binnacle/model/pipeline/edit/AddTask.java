package io.github.binnacle.model.pipeline.edit;

import io.github.binnacle.model.edit.Change;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.pipeline.PipelineTaskSpec;
import io.github.binnacle.model.pipeline.TaskWriter;
import io.github.binnacle.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts a task into a DAG; its component is there already.
 *
 * @param dag task path of the sub-pipeline; empty for the root
 */
public record AddTask(List<String> dag, String name, PipelineTaskSpec task)
        implements PipelineEdit {
    public AddTask {
        dag = List.copyOf(dag);
    }

    @Override
    public List<Problem> problems(PipelineDocument document) {
        Optional<DagPlace> place = DagPlace.find(document, dag);
        if (place.isEmpty()) {
            return List.of(PipelineEdit.noTask(document, dag));
        }
        List<String> path = new ArrayList<>(dag);
        path.add(name);
        if (name.isBlank() || name.indexOf('/') >= 0) {
            return List.of(PipelineEdit.badName(document, path, name));
        }
        return place.get().dag().tasks().containsKey(name)
                ? List.of(PipelineEdit.nameTaken(document, path, name))
                : List.of();
    }

    @Override
    public List<Change> changes(PipelineDocument document) {
        DagPlace place = DagPlace.find(document, dag).orElseThrow();
        return List.of(new Change.Set(place.task(name), TaskWriter.value(task)));
    }
}
