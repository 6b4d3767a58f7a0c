package io.github.binnacle.editors.pipeline;

import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.problem.Problem;
import java.nio.file.Path;
import java.util.List;

/** Knows projects, and what would keep a pipeline from running here. Calls may take a while. */
public interface RunCheck {
    /** Returns the folder of the project that a file belongs to. */
    Path project(Path file);

    /**
     * @return errors and warnings, each with its remedy; empty if everything can run
     */
    List<Problem> check(PipelineDocument document, Path project) throws InterruptedException;
}
