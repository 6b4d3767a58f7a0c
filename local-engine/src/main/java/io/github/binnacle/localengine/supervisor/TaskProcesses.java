package io.github.binnacle.localengine.supervisor;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;

/** Starts processes of task attempts and ends their whole trees. Safe for use from any thread. */
public interface TaskProcesses {
    /**
     * Starts a process; returns once it runs.
     *
     * @throws ProcessRefused if it cannot start: command not found, folder missing, worker unable
     *     to start
     * @throws IOException if the supervisor is gone
     */
    RunningProcess start(ProcessOrder order)
            throws IOException, ProcessRefused, InterruptedException;

    /** Kills what attempts with these tokens have left behind, such as those of a dead engine. */
    void sweep(Collection<String> tokens) throws IOException, InterruptedException;

    /** A process that has started. */
    interface RunningProcess {
        /** Identity that is never reused: {@code pid/start time/boot id}. */
        String identity();

        /** Waits until the process and everything it started have ended. */
        ProcessEnd await() throws InterruptedException;

        /** Asks the whole tree to stop, and kills it after the grace period. */
        void cancel(Duration grace);
    }

    /** The process could not be started; the message is for users. */
    final class ProcessRefused extends Exception {
        private static final long serialVersionUID = 1L;

        public ProcessRefused(String message) {
            super(message);
        }
    }
}
