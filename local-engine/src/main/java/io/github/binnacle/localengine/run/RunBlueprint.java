package io.github.binnacle.localengine.run;

import io.github.binnacle.localengine.plan.ExecutionPlan;
import io.github.binnacle.model.pipeline.PipelineDocument;
import java.util.Map;

/**
 * What a run carries out.
 *
 * @param plans by executor label
 * @param useCache false to run every task whatever the document says
 */
record RunBlueprint(PipelineDocument document, Map<String, ExecutionPlan> plans, boolean useCache) {
    RunBlueprint {
        plans = Map.copyOf(plans);
    }
}
