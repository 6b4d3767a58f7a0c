package io.github.binnacle.editors.parts;

import io.github.binnacle.model.run.TaskPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which iteration of each loop is looked at; of loops without a choice, all together.
 *
 * @param chosen iteration from 0, by the loop's task path
 */
public record IterationChoice(Map<List<String>, Integer> chosen) {
    public static final IterationChoice ALL = new IterationChoice(Map.of());

    public IterationChoice {
        chosen = Map.copyOf(chosen);
    }

    /** Looks at one iteration of a loop; -1 at all. */
    public IterationChoice with(List<String> loop, int iteration) {
        Map<List<String>, Integer> changed = new HashMap<>(chosen);
        if (iteration < 0) {
            changed.remove(loop);
        } else {
            changed.put(List.copyOf(loop), iteration);
        }
        return new IterationChoice(changed);
    }

    /** Looks at exactly the iterations in which a task ran. */
    public static IterationChoice of(TaskPath task) {
        Map<List<String>, Integer> chosen = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (TaskPath.Segment segment : task.segments()) {
            names.add(segment.task());
            if (segment.iteration() >= 0) {
                chosen.put(List.copyOf(names), segment.iteration());
            }
        }
        return new IterationChoice(chosen);
    }

    public Optional<Integer> of(List<String> loop) {
        return Optional.ofNullable(chosen.get(loop));
    }

    /** Says whether a task ran in what is looked at. */
    public boolean includes(TaskPath task) {
        List<String> names = task.taskNames();
        for (int i = 0; i < names.size(); i++) {
            int iteration = task.segments().get(i).iteration();
            Integer wanted = chosen.get(names.subList(0, i + 1));
            if (wanted != null && iteration >= 0 && iteration != wanted) {
                return false;
            }
        }
        return true;
    }
}
