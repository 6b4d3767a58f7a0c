package io.github.binnacle.editors.parts;

import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.ui.text.Texts;

/** How a state looks and what it is called: one silhouette, one word, one colour (ux §2.3). */
public enum StepLook {
    SUCCEEDED("succeeded"),
    RUNNING("running"),
    WAITING("waiting"),
    FAILED("failed"),
    REUSED("reused"),
    SKIPPED("skipped"),
    STOPPED("stopped"),
    /** The engine ended while it ran; it can be resumed. */
    INTERRUPTED("interrupted");

    private static final Texts TEXTS = Texts.of(StepLook.class);

    private final String styleWord;

    StepLook(String styleWord) {
        this.styleWord = styleWord;
    }

    public static StepLook of(RunState state) {
        return switch (state) {
            case PENDING -> WAITING;
            case RUNNING, CANCELING -> RUNNING;
            case SUCCEEDED -> SUCCEEDED;
            case FAILED -> FAILED;
            case CANCELED -> STOPPED;
            case INTERRUPTED -> INTERRUPTED;
        };
    }

    public static StepLook of(TaskState state) {
        return switch (state) {
            case TaskState.Pending _ -> WAITING;
            case TaskState.Running _ -> RUNNING;
            case TaskState.Succeeded _ -> SUCCEEDED;
            case TaskState.Cached _ -> REUSED;
            case TaskState.Skipped _ -> SKIPPED;
            case TaskState.Failed _ -> FAILED;
            case TaskState.Canceled _ -> STOPPED;
            case TaskState.Interrupted _ -> INTERRUPTED;
        };
    }

    /** Word in style classes, such as {@code failed}. */
    public String styleWord() {
        return styleWord;
    }

    /** Word for people. */
    public String word() {
        return switch (this) {
            case SUCCEEDED -> TEXTS.get("state.succeeded");
            case RUNNING -> TEXTS.get("state.running");
            case WAITING -> TEXTS.get("state.waiting");
            case FAILED -> TEXTS.get("state.failed");
            case REUSED -> TEXTS.get("state.reused");
            case SKIPPED -> TEXTS.get("state.skipped");
            case STOPPED -> TEXTS.get("state.stopped");
            case INTERRUPTED -> TEXTS.get("state.interrupted");
        };
    }

    /** Where it stands in a list that begins with what needs attention. */
    public int urgency() {
        return switch (this) {
            case FAILED -> 0;
            case INTERRUPTED -> 1;
            case RUNNING -> 2;
            case WAITING -> 3;
            case STOPPED -> 4;
            case SUCCEEDED -> 5;
            case REUSED -> 6;
            case SKIPPED -> 7;
        };
    }
}
