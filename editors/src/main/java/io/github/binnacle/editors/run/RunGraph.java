package io.github.binnacle.editors.run;

import io.github.binnacle.editors.parts.PipelineDrawing;
import io.github.binnacle.editors.parts.StepTitles;
import io.github.binnacle.model.address.Address.DocumentAddress;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.pipeline.PipelineGraph;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.ui.graph.GraphModel;
import java.util.List;
import java.util.Optional;

/**
 * The document of a run as it was submitted, drawn once.
 *
 * @param drawing without states
 */
record RunGraph(
        PipelineDocument document, PipelineGraph graph, StepTitles titles, GraphModel drawing) {

    /** Reads the text of a submitted document; empty if it cannot be read any more. */
    static Optional<RunGraph> read(String text) {
        return switch (PipelineDocument.parse(new DocumentAddress(""), text)) {
            case Outcome.Done(PipelineDocument document, List<?> _) -> Optional.of(of(document));
            case Outcome.Refused<PipelineDocument> _ -> Optional.empty();
        };
    }

    private static RunGraph of(PipelineDocument document) {
        PipelineGraph graph = PipelineGraph.of(document);
        return new RunGraph(
                document, graph, new StepTitles(graph), PipelineDrawing.of(graph, true));
    }

    /** Counts the steps, groups not included. */
    long stepCount() {
        return graph.nodes().values().stream().filter(node -> !node.kind().isGroup()).count();
    }
}
