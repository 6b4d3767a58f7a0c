package io.github.binnacle.app.cli;

import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.run.TaskState;

/** What states are called: in words for people, in KFP's for programs. */
final class StateWords {
    private StateWords() {}

    static String of(TaskState state) {
        return switch (state) {
            case TaskState.Pending _ -> "waiting";
            case TaskState.Running _ -> "running";
            case TaskState.Succeeded _ -> "done";
            case TaskState.Cached _ -> "reused";
            case TaskState.Skipped _ -> "skipped";
            case TaskState.Failed _ -> "failed";
            case TaskState.Canceled _ -> "canceled";
            case TaskState.Interrupted _ -> "interrupted";
        };
    }

    static String of(RunState state) {
        return switch (state) {
            case PENDING -> "waiting";
            case RUNNING -> "running";
            case SUCCEEDED -> "succeeded";
            case FAILED -> "failed";
            case CANCELING -> "being canceled";
            case CANCELED -> "canceled";
            case INTERRUPTED -> "interrupted";
        };
    }

    static Style style(TaskState state) {
        return switch (state) {
            case TaskState.Succeeded _, TaskState.Cached _ -> Style.GREEN;
            case TaskState.Running _ -> Style.BLUE;
            case TaskState.Failed _ -> Style.RED;
            case TaskState.Canceled _, TaskState.Interrupted _ -> Style.YELLOW;
            case TaskState.Pending _, TaskState.Skipped _ -> Style.FAINT;
        };
    }

    static Style style(RunState state) {
        return switch (state) {
            case SUCCEEDED -> Style.GREEN;
            case FAILED -> Style.RED;
            case RUNNING -> Style.BLUE;
            case CANCELING, CANCELED, INTERRUPTED -> Style.YELLOW;
            case PENDING -> Style.FAINT;
        };
    }

    static String code(TaskState state) {
        return switch (state) {
            case TaskState.Pending _ -> "PENDING";
            case TaskState.Running _ -> "RUNNING";
            case TaskState.Succeeded _ -> "SUCCEEDED";
            case TaskState.Cached _ -> "CACHED";
            case TaskState.Skipped _ -> "SKIPPED";
            case TaskState.Failed _ -> "FAILED";
            case TaskState.Canceled _ -> "CANCELED";
            case TaskState.Interrupted _ -> "INTERRUPTED";
        };
    }

    /** Returns why a task is as it is, in a sentence; empty if there is nothing to say. */
    static String reason(TaskState state) {
        return switch (state) {
            case TaskState.Pending(String reason) -> reason;
            case TaskState.Skipped(String reason) -> reason;
            case TaskState.Failed(TaskState.Explanation explanation) -> explanation.sentence();
            case TaskState.Running _,
                    TaskState.Succeeded _,
                    TaskState.Cached _,
                    TaskState.Canceled _,
                    TaskState.Interrupted _ ->
                    "";
        };
    }
}
