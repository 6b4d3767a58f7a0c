package io.github.binnacle.editors.pipeline;

import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.problem.Problem;
import java.util.List;

/** Says beforehand what would keep a pipeline from running here. May take a while. */
@FunctionalInterface
public interface RunCheck {
    /**
     * @param project absolute path of the project folder; empty if there is none
     * @return errors and warnings, each with its remedy; empty if everything can run
     */
    List<Problem> check(PipelineDocument document, String project) throws InterruptedException;
}
