package io.github.binnacle.localengine.run;

import io.github.binnacle.model.run.TaskValues;

/** What became of an attempt. */
sealed interface AttemptResult {
    /**
     * @param peakBytes peak resident size of the process tree; 0 if unknown
     */
    record Done(TaskValues outputs, long peakBytes) implements AttemptResult {}

    record Broken(TaskFailure failure, long peakBytes) implements AttemptResult {}

    record Canceled() implements AttemptResult {}
}
