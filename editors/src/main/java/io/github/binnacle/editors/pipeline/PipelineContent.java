package io.github.binnacle.editors.pipeline;

import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.pipeline.PipelineGraph;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.ui.code.SourceText;
import java.util.List;

/** What there is to show of a pipeline file. */
public sealed interface PipelineContent {
    record Reading() implements PipelineContent {}

    /** A Python source, which must be run to become a pipeline, in a folder not trusted yet. */
    record Untrusted(SourceText source) implements PipelineContent {}

    /** The text is no pipeline. */
    record Unreadable(SourceText source, List<Problem> problems) implements PipelineContent {
        public Unreadable {
            problems = List.copyOf(problems);
        }
    }

    /**
     * @param problems of the document, from reading and validation
     */
    record Ready(
            PipelineDocument document,
            PipelineGraph graph,
            SourceText source,
            TaskPlaces places,
            List<Problem> problems)
            implements PipelineContent {
        public Ready {
            problems = List.copyOf(problems);
        }
    }
}
