package io.github.binnacle.model.pipeline.edit;

import io.github.binnacle.model.document.NodePath;
import io.github.binnacle.model.edit.Change;
import io.github.binnacle.model.edit.Edit;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.value.Value;
import java.util.List;
import java.util.Map;

/** Gives an input parameter of a task a constant, in the place of what it had. */
public record SetTaskInputConstant(List<String> task, String input, Value value)
        implements PipelineEdit {
    public SetTaskInputConstant {
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
        NodePath constantPath =
                place.task(name, "inputs", "parameters", input, "runtimeValue", "constant");
        if (document.holds(constantPath)) {
            return List.of(new Change.Set(constantPath, value));
        }
        Value constant = Value.of(Map.of("runtimeValue", Value.of(Map.of("constant", value))));
        return List.of(new Change.Set(place.task(name, "inputs", "parameters", input), constant));
    }

    /** Typing into the same field is one step. */
    @Override
    public boolean continues(Edit<PipelineDocument> earlier) {
        return earlier instanceof SetTaskInputConstant(var otherTask, String otherInput, Value _)
                && otherTask.equals(task)
                && otherInput.equals(input);
    }
}
