package io.github.binnacle.ui.job;

/** What a job does, on a thread of its own; interruption asks it to end. */
@FunctionalInterface
public interface Work<T> {
    T run(Progress progress) throws Exception;

    /** Takes short sentences about how far the work is, from any thread. */
    @FunctionalInterface
    interface Progress {
        /**
         * @param share from 0 to 1; negative if unknown
         */
        void report(String sentence, double share);
    }
}
