package io.github.binnacle.model.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Records runs as they happen; only the engine host writes.
 *
 * <p>Each method is one transaction, durable when it returns, in our tables and in ML Metadata's
 * (schema version 10, KFP's types and property names) together, and appends to the event sequence.
 * A row is written before the effect that it describes.
 */
public interface RunLedger extends RunHistory {
    /**
     * Records a run as PENDING, with the document it runs.
     *
     * @return the run with its number
     */
    Run createRun(NewRun run);

    void setRunState(RunId run, RunState state, Instant at, String problem);

    /** Records the outputs of the pipeline and its final state. */
    void finishRun(RunId run, RunState state, TaskValues outputs, Instant at, String problem);

    /**
     * Records what happened to tasks of a run, all of it in one transaction and in this order.
     *
     * @return what the ledger made of it
     */
    Recorded record(RunId run, List<TaskChange> changes);

    /** Records one started task; see {@link TaskChange.Started}. */
    default long startTask(RunId run, NewTask task) {
        return record(run, List.of(new TaskChange.Started(task))).started().getFirst();
    }

    default void setTaskState(RunId run, TaskPath task, TaskState state, Instant at) {
        record(run, List.of(new TaskChange.Stood(task, state, at)));
    }

    /** Records how many iterations a loop has. */
    default void setIterationCount(RunId run, TaskPath task, int count) {
        record(run, List.of(new TaskChange.Counted(task, count)));
    }

    /** Records an attempt before its process starts. */
    default void startAttempt(RunId run, TaskPath task, Attempt attempt) {
        record(run, List.of(new TaskChange.Attempted(task, attempt)));
    }

    /** Replaces what is known of an attempt, by its number. */
    default void updateAttempt(RunId run, TaskPath task, Attempt attempt) {
        record(run, List.of(new TaskChange.Attempted(task, attempt)));
    }

    /**
     * Records tasks that ended well, with outputs, output lineage and cache keys, all in one
     * transaction.
     *
     * @return the outputs of each with the numbers of their artifacts filled in, in the same order
     */
    default List<TaskValues> complete(RunId run, List<Completion> completions) {
        List<TaskChange> changes =
                List.copyOf(completions.stream().map(TaskChange.Completed::new).toList());
        return record(run, changes).completed();
    }

    /** Finds the newest usable outputs recorded under a cache key. */
    Optional<CacheHit> findCached(String cacheKey);

    /** Finds many at once, by cache key; those without a hit are left out. */
    Map<String, CacheHit> findCached(List<String> cacheKeys);

    /** Marks what a dead engine left running as interrupted. */
    List<RunId> interruptRunning(Instant at);

    /** Returns the URIs of artifacts that tasks of this run and of others have in common. */
    Set<String> sharedUris(RunId run);

    /** Removes a finished run's rows; artifacts that other runs use stay. */
    void delete(RunId run);

    /**
     * @param documentText both YAML documents, as submitted
     */
    record NewRun(Run run, String documentText) {}

    /**
     * @param image of a container task; empty otherwise
     * @param iterationIndex from 0; -1 if the task is no iteration
     * @param totalDagTasks number of tasks of a DAG; -1 for others
     */
    record NewTask(
            TaskPath path,
            TaskKind kind,
            String displayName,
            TaskState state,
            TaskValues inputs,
            String image,
            int iterationIndex,
            int totalDagTasks,
            Instant at) {}

    /**
     * A task that ended well.
     *
     * @param attempt the attempt that did it; 0 for DAGs, importers and cache hits
     * @param state Succeeded or Cached
     * @param cacheKey empty if the result may not be used again
     */
    record Completion(
            TaskPath path,
            int attempt,
            TaskState state,
            TaskValues outputs,
            String cacheKey,
            Instant at) {}

    /** One thing that happened to a task. */
    sealed interface TaskChange {
        /**
         * A task begins, RUNNING or PENDING with a reason, with its inputs and input lineage. The
         * same path again, when a run is resumed: the task keeps its number and its attempts, loses
         * its outputs and starts anew.
         */
        record Started(NewTask task) implements TaskChange {}

        record Stood(TaskPath path, TaskState state, Instant at) implements TaskChange {}

        /** A loop knows how many iterations it has. */
        record Counted(TaskPath path, int iterations) implements TaskChange {}

        /** An attempt is new, or more is known of it; attempts are told apart by number. */
        record Attempted(TaskPath path, Attempt attempt) implements TaskChange {}

        record Completed(Completion completion) implements TaskChange {}
    }

    /**
     * What the ledger made of changes.
     *
     * @param started numbers (ML Metadata's execution ids) of the started tasks, in order
     * @param completed outputs of the completed tasks with the numbers of their artifacts filled
     *     in, in order
     */
    record Recorded(List<Long> started, List<TaskValues> completed) {
        public Recorded {
            started = List.copyOf(started);
            completed = List.copyOf(completed);
        }
    }

    /** Outputs that a cache key stands for, and who made them. */
    record CacheHit(RunId run, TaskPath task, long executionId, TaskValues outputs) {}
}
