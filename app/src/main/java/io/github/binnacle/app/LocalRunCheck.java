package io.github.binnacle.app;

import io.github.binnacle.editors.pipeline.RunCheck;
import io.github.binnacle.localengine.plan.ExecutionPlan;
import io.github.binnacle.localengine.plan.ExecutionPlans;
import io.github.binnacle.localengine.project.ProjectFiles;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.run.RunRequest.RunOptions;
import io.github.binnacle.model.workplace.ProjectSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answers the window's question what would keep a pipeline from running here. */
record LocalRunCheck(ExecutionPlans plans) implements RunCheck {
    @Override
    public Path project(Path file) {
        return ProjectFiles.folderOf(file);
    }

    @Override
    public List<Problem> check(PipelineDocument document, Path project) {
        return switch (ProjectFiles.settings(project)) {
            case Outcome.Done(ProjectSettings settings, List<Problem> warnings) -> {
                List<Problem> all = new ArrayList<>(warnings);
                all.addAll(planned(document, settings, project));
                yield all;
            }
            case Outcome.Refused(List<Problem> problems) -> problems;
        };
    }

    private List<Problem> planned(
            PipelineDocument document, ProjectSettings settings, Path project) {
        return switch (plans.plan(document, settings, project, RunOptions.DEFAULT)) {
            case Outcome.Done(Map<String, ExecutionPlan> _, List<Problem> warnings) -> warnings;
            case Outcome.Refused(List<Problem> problems) -> problems;
        };
    }
}
