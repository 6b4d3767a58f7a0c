package io.github.binnacle.localengine.run;

/** How work ended, as those that wait for it must know. */
enum Ending {
    SUCCEEDED("COMPLETE"),
    FAILED("FAILED"),
    /** Its condition was false, or what it needs was not triggered. */
    NOT_TRIGGERED("CANCELED"),
    /** What it needs failed. */
    UPSTREAM_FAILED("FAILED"),
    CANCELED("CANCELED");

    private final String taskState;

    Ending(String taskState) {
        this.taskState = taskState;
    }

    /**
     * Returns the state as a PipelineTaskFinalStatus gives it on a cluster of KFP 2.17: ML
     * Metadata's word, although the SDK's documentation has another for success.
     */
    String taskState() {
        return taskState;
    }
}
