package io.github.binnacle.editors.parts;

import io.github.binnacle.model.run.TaskSnapshot;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.ui.text.Figures;
import io.github.binnacle.ui.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How one place of a pipeline stands in a run: one task, or those of many iterations together.
 *
 * @param note few words on it: how long, what it waits for, why it failed; may be empty
 * @param share of iterations that have ended, from 0 to 1; -1 if it is one task
 */
public record StepState(StepLook look, String note, double share) {
    private static final Texts TEXTS = Texts.of(StepState.class);
    private static final int MOST_WORDS = 60;

    /** Sums up tasks; empty if none has been reached. */
    public static Optional<StepState> of(List<TaskSnapshot> tasks, Instant now) {
        return switch (tasks.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(one(tasks.getFirst(), now));
            default -> Optional.of(many(tasks));
        };
    }

    private static StepState one(TaskSnapshot task, Instant now) {
        return new StepState(StepLook.of(task.state()), note(task, now), -1);
    }

    private static String note(TaskSnapshot task, Instant now) {
        return switch (task.state()) {
            case TaskState.Pending(String reason) -> shortened(reason);
            case TaskState.Skipped(String reason) -> shortened(reason);
            case TaskState.Failed(TaskState.Explanation why) -> shortened(why.sentence());
            case TaskState.Cached _ -> TEXTS.get("note.reused");
            case TaskState.Running _, TaskState.Succeeded _ -> duration(task, now);
            case TaskState.Canceled _, TaskState.Interrupted _ -> duration(task, now);
        };
    }

    /** Writes how long a task took, or has been at it; empty if it did nothing. */
    public static String duration(TaskSnapshot task, Instant now) {
        if (task.startedAt() == null || task.state() instanceof TaskState.Cached) {
            return "";
        }
        Instant end = task.finishedAt() == null ? now : task.finishedAt();
        return Figures.duration(Duration.between(task.startedAt(), end));
    }

    private static String shortened(String sentence) {
        int end = sentence.indexOf(". ");
        String first = end < 0 ? sentence : sentence.substring(0, end);
        return first.length() <= MOST_WORDS ? first : first.substring(0, MOST_WORDS - 1) + "…";
    }

    private static StepState many(List<TaskSnapshot> tasks) {
        long done = tasks.stream().filter(task -> task.state().isFinished()).count();
        StepLook worst =
                tasks.stream()
                        .map(task -> StepLook.of(task.state()))
                        .min(Comparator.comparingInt(StepLook::urgency))
                        .orElseThrow();
        boolean isUnderWay = worst == StepLook.WAITING && done > 0;
        String note = TEXTS.get("note.iterations", "done", done, "count", tasks.size());
        return new StepState(
                isUnderWay ? StepLook.RUNNING : worst, note, (double) done / tasks.size());
    }
}
