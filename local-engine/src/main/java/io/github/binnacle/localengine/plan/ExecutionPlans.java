package io.github.binnacle.localengine.plan;

import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.run.RunRequest.RunOptions;
import io.github.binnacle.model.workplace.ProjectSettings;
import java.nio.file.Path;
import java.util.Map;

/** Decides how the executors of a pipeline run on this computer. */
@FunctionalInterface
public interface ExecutionPlans {
    /**
     * Plans every executor that a task of the document can reach.
     *
     * @param projectFolder where {@code settings} came from and where sources are looked for; the
     *     empty path if there is no project
     * @return plans by executor label, importers left out; refused with one problem for each
     *     executor that cannot run here
     */
    Outcome<Map<String, ExecutionPlan>> plan(
            PipelineDocument document,
            ProjectSettings settings,
            Path projectFolder,
            RunOptions options);
}
