package io.github.binnacle.localengine.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time as runs know it: what it is, and how to let some of it pass. */
public record RunClock(InstantSource source, Pause pause) {
    /** The computer's clock. */
    public static final RunClock SYSTEM = new RunClock(InstantSource.system(), Thread::sleep);

    /** Waits. */
    @FunctionalInterface
    public interface Pause {
        void await(Duration duration) throws InterruptedException;
    }

    Instant now() {
        return source.instant();
    }
}
