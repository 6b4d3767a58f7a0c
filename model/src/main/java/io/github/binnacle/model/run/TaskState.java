package io.github.binnacle.model.run;

import org.jspecify.annotations.Nullable;

/** State of one task of a run. */
public sealed interface TaskState {
    /**
     * @param reason what it waits for, in a sentence for users; empty if only for its turn
     */
    record Pending(String reason) implements TaskState {}

    record Running() implements TaskState {}

    record Succeeded() implements TaskState {}

    /** A cache hit: the outputs of an earlier execution were taken. */
    record Cached(RunId fromRun, TaskPath fromTask) implements TaskState {}

    /** Its condition was false, or what it needs was not triggered. */
    record Skipped(String reason) implements TaskState {}

    /**
     * @param explanation what happened, where, what to do
     */
    record Failed(Explanation explanation) implements TaskState {}

    record Canceled() implements TaskState {}

    /** The engine ended while it ran. */
    record Interrupted() implements TaskState {}

    /**
     * Why a task failed.
     *
     * @param code key of the sentence, such as {@code run.exit-code}
     * @param sentence for users, already formatted
     * @param exitCode null if no process ended by itself
     */
    record Explanation(String code, String sentence, @Nullable Integer exitCode) {}

    /** Says whether the task has ended, in whatever way. */
    default boolean isFinished() {
        return switch (this) {
            case Pending _, Running _ -> false;
            case Succeeded _, Cached _, Skipped _, Failed _, Canceled _, Interrupted _ -> true;
        };
    }

    /** Says whether its outputs are there. */
    default boolean hasOutputs() {
        return this instanceof Succeeded || this instanceof Cached;
    }
}
