package io.github.binnacle.localengine.run;

/** How work ended, as those that wait for it must know. */
enum Ending {
    SUCCEEDED("SUCCEEDED"),
    FAILED("FAILED"),
    /** Its condition was false, or what it needs was not triggered. */
    NOT_TRIGGERED("NOT_TRIGGERED"),
    /** What it needs failed. */
    UPSTREAM_FAILED("FAILED"),
    CANCELED("CANCELLED");

    private final String taskState;

    Ending(String taskState) {
        this.taskState = taskState;
    }

    /** Returns the state as a PipelineTaskFinalStatus gives it. */
    String taskState() {
        return taskState;
    }
}
