package io.github.binnacle.localengine.supervisor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;

/** Starts processes of task attempts and ends their whole trees. Safe for use from any thread. */
public interface TaskProcesses {
    /**
     * Starts a process; returns once it runs. When interrupted, it ends what it has started.
     *
     * @throws ProcessRefused if it cannot start: command not found, folder missing, worker unable
     *     to start
     * @throws IOException if there is no supervisor, or it is gone
     */
    RunningProcess start(ProcessOrder order)
            throws IOException, ProcessRefused, InterruptedException;

    /** Kills what attempts with these tokens have left behind, such as those of a dead engine. */
    void sweep(Collection<String> tokens) throws IOException, InterruptedException;

    /** Starts a worker ahead of its first task unless it is there; does not wait for it. */
    default void warm(String workerKey, Path python, Map<String, String> environment)
            throws IOException, InterruptedException {}

    /** A process that has started. */
    interface RunningProcess {
        /** Identity that is never reused: {@code pid/start time/boot id}. */
        String identity();

        /**
         * Waits until the process and everything it started have ended. If the supervisor is gone
         * meanwhile, the process is too, and its end is {@link ProcessEnd.Reason#LOST}.
         */
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

        @Override
        public String getMessage() {
            return Objects.requireNonNull(super.getMessage());
        }
    }
}
