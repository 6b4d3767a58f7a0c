package io.github.binnacle.localengine.check;

import io.github.binnacle.localengine.plan.ExecutionPlan;
import io.github.binnacle.model.problem.Problem;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A pipeline file and what would become of a run of it here.
 *
 * @param name of the pipeline; empty if the file cannot be read that far
 * @param problems errors first; warnings only if it runs
 * @param plans by executor label; empty if it does not run
 */
public record CheckedPipeline(
        Path file,
        String name,
        Verdict verdict,
        List<Problem> problems,
        Map<String, ExecutionPlan> plans) {
    public CheckedPipeline {
        problems = List.copyOf(problems);
        plans = Collections.unmodifiableMap(new LinkedHashMap<>(plans));
    }

    /** What would become of it. */
    public enum Verdict {
        /** It can be started here. */
        RUNS,
        /** It is a good pipeline that needs something this computer lacks. */
        REFUSED,
        /** It is wrong, and no place would run it. */
        INVALID
    }
}
