package io.github.binnacle.localengine.supervisor;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a process ended.
 *
 * @param exitCode null if a signal ended it
 * @param signal number of the signal; null if it exited
 * @param peakBytes peak resident size of the tree; 0 if unknown
 */
public record ProcessEnd(
        Reason reason,
        @Nullable Integer exitCode,
        @Nullable Integer signal,
        Duration wall,
        Duration cpu,
        long peakBytes) {

    /** Why it ended. */
    public enum Reason {
        EXITED,
        TIMEOUT,
        CANCELED,
        MEMORY,
        /** The supervisor lost sight of it. */
        LOST
    }
}
