package io.github.binnacle.model.run;

/** State of a run, in KFP's words. */
public enum RunState {
    PENDING,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELING,
    CANCELED,
    /** The engine ended before the run did; it can be resumed. */
    INTERRUPTED;

    /** Says whether nothing more will happen unless the user asks for it. */
    public boolean isFinished() {
        return this == SUCCEEDED || this == FAILED || this == CANCELED || this == INTERRUPTED;
    }
}
