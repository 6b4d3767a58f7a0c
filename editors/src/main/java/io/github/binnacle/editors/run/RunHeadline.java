package io.github.binnacle.editors.run;

import io.github.binnacle.editors.parts.IterationChoice;
import io.github.binnacle.editors.parts.RunSteps;
import io.github.binnacle.editors.parts.StepLook;
import io.github.binnacle.editors.parts.StepState;
import io.github.binnacle.model.pipeline.GraphNode;
import io.github.binnacle.model.run.Run;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.ui.text.Figures;
import io.github.binnacle.ui.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a run stands, in a line.
 *
 * @param word state in a word
 * @param facts elapsed time and counts
 * @param counts steps by state; those not reached yet count as waiting
 * @param steps of the pipeline, groups not counted
 */
public record RunHeadline(
        StepLook look, String word, String facts, Map<StepLook, Long> counts, long steps) {
    public static final RunHeadline UNKNOWN =
            new RunHeadline(StepLook.WAITING, "", "", Map.of(), 0);

    private static final Texts TEXTS = Texts.of(RunHeadline.class);

    public RunHeadline {
        counts = Map.copyOf(counts);
    }

    static RunHeadline of(RunSteps steps, Optional<RunGraph> graph, Instant now) {
        Run run = steps.snapshot().run();
        Map<StepLook, Long> counts = graph.map(drawn -> counts(steps, drawn, now)).orElse(Map.of());
        long total = graph.map(RunGraph::stepCount).orElse(0L);
        StepLook look = StepLook.of(run.state());
        String word = run.state() == RunState.CANCELING ? TEXTS.get("state.stopping") : look.word();
        return new RunHeadline(look, word, facts(run, counts, total, now), counts, total);
    }

    private static Map<StepLook, Long> counts(RunSteps steps, RunGraph graph, Instant now) {
        Map<StepLook, Long> counts = new EnumMap<>(StepLook.class);
        for (GraphNode node : graph.graph().nodes().values()) {
            if (!node.kind().isGroup()) {
                StepLook look =
                        steps.state(node.path(), IterationChoice.ALL, now)
                                .map(StepState::look)
                                .orElse(StepLook.WAITING);
                counts.merge(look, 1L, Long::sum);
            }
        }
        return counts;
    }

    private static String facts(Run run, Map<StepLook, Long> counts, long total, Instant now) {
        long done = total;
        for (StepLook open : List.of(StepLook.WAITING, StepLook.RUNNING, StepLook.INTERRUPTED)) {
            done -= counts.getOrDefault(open, 0L);
        }
        return TEXTS.get(
                "headline.facts",
                "elapsed",
                elapsed(run, now),
                "done",
                done,
                "count",
                total,
                "failed",
                counts.getOrDefault(StepLook.FAILED, 0L));
    }

    /** Writes how long a run took, or has been going. */
    static String elapsed(Run run, Instant now) {
        Instant start = run.startedAt() == null ? run.createdAt() : run.startedAt();
        Instant end = run.finishedAt() == null ? now : run.finishedAt();
        return Figures.duration(Duration.between(start, end));
    }
}
