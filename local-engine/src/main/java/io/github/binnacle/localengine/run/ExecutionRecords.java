package io.github.binnacle.localengine.run;

import io.github.binnacle.model.run.Attempt;
import io.github.binnacle.model.run.TaskKind;
import io.github.binnacle.model.run.TaskState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Notes in the journal how executions and their attempts stand. */
record ExecutionRecords(RunJournal journal, RunFacts run, RunClock clock) {
    void stands(Execution execution, TaskState state) {
        journal.stands(
                execution.work(), TaskKind.RUNTIME, state, execution.task().container().image());
    }

    /** Notes a new attempt as running. */
    void begun(Execution execution) {
        journal.attempted(execution.work(), attempt(execution, new TaskState.Running(), 0, null));
    }

    /** Notes the identity of an attempt's process; this may wait for the next commit. */
    void identified(Execution execution) {
        journal.attemptedLater(
                execution.work(), attempt(execution, new TaskState.Running(), 0, null));
    }

    void ended(Execution execution, TaskState state, long peakBytes) {
        journal.attempted(execution.work(), attempt(execution, state, peakBytes, clock.now()));
    }

    AttemptFolder folder(Execution execution) {
        return AttemptFolder.of(run.folder(), execution.work().path(), execution.attemptNumber());
    }

    private Attempt attempt(
            Execution execution, TaskState state, long peakBytes, @Nullable Instant finishedAt) {
        AttemptFolder folder = folder(execution);
        return new Attempt(
                execution.attemptNumber(),
                state,
                execution.startedAt(),
                finishedAt,
                folder.folder().toString(),
                folder.log().toString(),
                execution.process(),
                peakBytes);
    }
}
