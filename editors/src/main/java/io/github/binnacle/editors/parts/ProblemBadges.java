package io.github.binnacle.editors.parts;

import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.graph.GraphModel.Badge;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts problems at the nodes they are about, and at every group around them. */
public final class ProblemBadges {
    private ProblemBadges() {}

    public static GraphModel on(GraphModel model, List<Problem> problems) {
        Map<String, Badge> badges = new HashMap<>();
        for (Problem problem : problems) {
            path(problem.where()).ifPresent(path -> count(badges, path, problem.severity()));
        }
        return new GraphModel(
                model.nodes().stream().map(n -> n.withBadge(badges.get(n.id()))).toList(),
                model.groups().stream().map(g -> g.withBadge(badges.get(g.id()))).toList(),
                model.links(),
                model.hasRoomForFooters());
    }

    /** Returns the task path that an address is about. */
    public static Optional<List<String>> path(@Nullable Address where) {
        return switch (where) {
            case Address.TaskAddress task -> Optional.of(task.tasks());
            case Address.PortAddress port -> Optional.of(port.task().tasks());
            case null, default -> Optional.empty();
        };
    }

    private static void count(Map<String, Badge> badges, List<String> path, Severity severity) {
        Badge one = new Badge(severity(severity), 1);
        for (int length = path.size(); length > 0; length--) {
            badges.merge(PipelineDrawing.id(path.subList(0, length)), one, ProblemBadges::worse);
        }
    }

    private static Badge worse(Badge one, Badge other) {
        int order = one.severity().compareTo(other.severity());
        if (order == 0) {
            return new Badge(one.severity(), one.count() + other.count());
        }
        return order < 0 ? one : other;
    }

    private static GraphModel.Severity severity(Severity severity) {
        return switch (severity) {
            case ERROR -> GraphModel.Severity.ERROR;
            case WARNING -> GraphModel.Severity.WARNING;
            case NOTE -> GraphModel.Severity.NOTE;
        };
    }
}
