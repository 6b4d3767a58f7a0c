package io.github.binnacle.model.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Places a task in a run: task names from the root DAG inwards, with iteration numbers.
 *
 * <p>Its text is {@code for-loop-1[2]/train}; the root DAG is the empty path, with the empty text.
 * The looping task itself is {@code for-loop-1}, its third iteration {@code for-loop-1[2]}.
 */
public record TaskPath(List<Segment> segments) {
    public static final TaskPath ROOT = new TaskPath(List.of());

    public TaskPath {
        segments = List.copyOf(segments);
    }

    /**
     * @param iteration index from 0, or -1 for a task that is not one iteration of a loop
     */
    public record Segment(String task, int iteration) {
        @Override
        public String toString() {
            return iteration < 0 ? task : task + "[" + iteration + "]";
        }
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException if an iteration is no number
     */
    public static TaskPath of(String text) {
        if (text.isEmpty()) {
            return ROOT;
        }
        List<Segment> segments = new ArrayList<>();
        for (String part : text.split("/")) {
            int bracket = part.endsWith("]") ? part.lastIndexOf('[') : -1;
            segments.add(
                    bracket < 0
                            ? new Segment(part, -1)
                            : new Segment(
                                    part.substring(0, bracket),
                                    Integer.parseInt(
                                            part.substring(bracket + 1, part.length() - 1))));
        }
        return new TaskPath(segments);
    }

    public TaskPath child(String task) {
        return append(new Segment(task, -1));
    }

    /** Returns one iteration of the looping task at this path. */
    public TaskPath iteration(int index) {
        List<Segment> changed = new ArrayList<>(segments);
        Segment last = changed.removeLast();
        changed.add(new Segment(last.task(), index));
        return new TaskPath(changed);
    }

    /** Returns the DAG around this task; an iteration's parent is its looping task. */
    public Optional<TaskPath> parent() {
        if (segments.isEmpty()) {
            return Optional.empty();
        }
        Segment last = segments.getLast();
        TaskPath outer = new TaskPath(segments.subList(0, segments.size() - 1));
        return Optional.of(last.iteration() < 0 ? outer : outer.child(last.task()));
    }

    /** Returns the task names alone: the place of the task in the document. */
    public List<String> taskNames() {
        return segments.stream().map(Segment::task).toList();
    }

    public boolean isRoot() {
        return segments.isEmpty();
    }

    private TaskPath append(Segment segment) {
        List<Segment> longer = new ArrayList<>(segments);
        longer.add(segment);
        return new TaskPath(longer);
    }

    @Override
    public String toString() {
        return String.join("/", segments.stream().map(Segment::toString).toList());
    }
}
