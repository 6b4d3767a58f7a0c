package io.github.binnacle.editors.pipeline;

import io.github.binnacle.model.pipeline.PipelineGraph;
import io.github.binnacle.model.pipeline.PipelineGraph.Link;
import io.github.binnacle.model.pipeline.PipelineGraph.PortEnd;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where the inputs of steps come from, and how often their outputs are used. */
final class StepLinks {
    private final Map<PortEnd, PortEnd> sources = new HashMap<>();
    private final Map<PortEnd, Integer> uses = new HashMap<>();

    StepLinks(PipelineGraph graph) {
        for (Link link : graph.links()) {
            if (link instanceof Link.Data(PortEnd from, PortEnd to)) {
                sources.put(to, from);
                uses.merge(from, 1, Integer::sum);
            }
        }
    }

    /**
     * Finds where a value is made: through the borders of groups, up to a step's output, an input
     * of the pipeline, or the item of a loop.
     */
    Optional<PortEnd> source(PortEnd input) {
        PortEnd at = sources.get(input);
        for (int i = 0; at != null && i < sources.size(); i++) {
            PortEnd further = sources.get(at);
            if (further == null) {
                break;
            }
            at = further;
        }
        return Optional.ofNullable(at);
    }

    int uses(PortEnd output) {
        return uses.getOrDefault(output, 0);
    }
}
