package io.github.binnacle.editors.parts;

import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.graph.GraphModel.Glyph;
import io.github.binnacle.ui.graph.GraphModel.Status;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lays the states of a run over the drawing of its pipeline. */
public final class RunOverlay {
    private RunOverlay() {}

    /**
     * @param isOver nothing more will happen: what was not reached says so by having no state
     */
    public static GraphModel on(
            GraphModel drawing,
            RunSteps steps,
            IterationChoice choice,
            Instant now,
            boolean isOver) {
        Map<String, Status> states = new HashMap<>();
        drawing.nodes().forEach(node -> put(states, node.id(), steps, choice, now, isOver));
        drawing.groups().forEach(group -> put(states, group.id(), steps, choice, now, isOver));
        return new GraphModel(
                drawing.nodes().stream().map(n -> n.withStatus(states.get(n.id()))).toList(),
                drawing.groups().stream().map(g -> g.withStatus(states.get(g.id()))).toList(),
                drawing.links().stream().map(link -> flowing(link, states)).toList(),
                drawing.hasRoomForFooters());
    }

    private static void put(
            Map<String, Status> states,
            String id,
            RunSteps steps,
            IterationChoice choice,
            Instant now,
            boolean isOver) {
        if (id.startsWith("/")) {
            return;
        }
        Optional<StepState> state = steps.state(PipelineDrawing.path(id), choice, now);
        if (state.isPresent()) {
            states.put(id, status(state.get()));
        } else if (!isOver) {
            states.put(id, Status.of(Glyph.WAITING, ""));
        }
    }

    private static Status status(StepState state) {
        boolean isUnderWay = state.look() == StepLook.RUNNING && state.share() >= 0;
        return new Status(glyph(state.look()), state.note(), isUnderWay ? state.share() : -1);
    }

    static Glyph glyph(StepLook look) {
        return switch (look) {
            case SUCCEEDED -> Glyph.SUCCEEDED;
            case RUNNING -> Glyph.RUNNING;
            case WAITING -> Glyph.WAITING;
            case FAILED -> Glyph.FAILED;
            case REUSED -> Glyph.REUSED;
            case SKIPPED -> Glyph.SKIPPED;
            case STOPPED -> Glyph.STOPPED;
            case INTERRUPTED -> Glyph.PAUSED;
        };
    }

    private static GraphModel.Link flowing(GraphModel.Link link, Map<String, Status> states) {
        @Nullable Status target = states.get(link.to().owner());
        boolean isRunning = target != null && target.glyph() == Glyph.RUNNING;
        return isRunning && link.to().side() == GraphModel.Side.IN ? link.flowing() : link;
    }
}
