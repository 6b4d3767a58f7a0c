package io.github.binnacle.model.pipeline.edit;

import io.github.binnacle.model.address.Address.TaskAddress;
import io.github.binnacle.model.edit.Change;
import io.github.binnacle.model.edit.Edit;
import io.github.binnacle.model.edit.YamlPatch;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import java.util.List;
import java.util.Map;

/** An edit of a pipeline document: some changes of its text. */
public sealed interface PipelineEdit extends Edit<PipelineDocument>
        permits AddTask, RemoveTask, RenameTask, SetCaching, SetTaskInputConstant {

    /** Returns the changes of the text; called only if there are no problems. */
    List<Change> changes(PipelineDocument document);

    @Override
    default PipelineDocument applyTo(PipelineDocument document) {
        List<Problem> problems = problems(document);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.getFirst().message());
        }
        List<Change> changes = changes(document);
        if (changes.isEmpty()) {
            return document;
        }
        return switch (PipelineDocument.of(
                document.address(), YamlPatch.apply(document.source(), changes))) {
            case Outcome.Done<PipelineDocument>(PipelineDocument changed, var _) -> changed;
            case Outcome.Refused<PipelineDocument>(List<Problem> refused) ->
                    throw new IllegalArgumentException(refused.getFirst().message());
        };
    }

    /** Says that there is no task at a path. */
    static Problem noTask(PipelineDocument document, List<String> task) {
        return new Problem(
                "edit.no-task",
                Severity.ERROR,
                new TaskAddress(document.address(), task),
                null,
                Map.of("task", String.join("/", task)));
    }

    /** Says that a name is taken in the DAG. */
    static Problem nameTaken(PipelineDocument document, List<String> task, String name) {
        return new Problem(
                "edit.name-taken",
                Severity.ERROR,
                new TaskAddress(document.address(), task),
                null,
                Map.of("name", name));
    }

    /** Says that a name cannot be one of a task. */
    static Problem badName(PipelineDocument document, List<String> task, String name) {
        return new Problem(
                "pipeline.task-name",
                Severity.ERROR,
                new TaskAddress(document.address(), task),
                null,
                Map.of("task", name));
    }
}
