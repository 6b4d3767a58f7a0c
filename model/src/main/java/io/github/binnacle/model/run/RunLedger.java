package io.github.binnacle.model.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
     * Records a task as RUNNING (or PENDING with a reason) with its inputs and input lineage.
     * Called again for the same path when a run is resumed: then the task keeps its number and
     * starts anew.
     *
     * @return the task's number, ML Metadata's execution id
     */
    long startTask(RunId run, NewTask task);

    void setTaskState(RunId run, TaskPath task, TaskState state, Instant at);

    /** Records how many iterations a loop has. */
    void setIterationCount(RunId run, TaskPath task, int count);

    /** Records an attempt before its process starts. */
    void startAttempt(RunId run, TaskPath task, Attempt attempt);

    /** Replaces what is known of an attempt, by its number. */
    void updateAttempt(RunId run, TaskPath task, Attempt attempt);

    /**
     * Records tasks that ended well, with outputs, output lineage and cache keys, all in one
     * transaction.
     *
     * @return the outputs of each with the numbers of their artifacts filled in, in the same order
     */
    List<TaskValues> complete(RunId run, List<Completion> completions);

    /** Finds the newest usable outputs recorded under a cache key. */
    Optional<CacheHit> findCached(String cacheKey);

    /** Finds many at once, by cache key; those without a hit are left out. */
    Map<String, CacheHit> findCached(List<String> cacheKeys);

    /** Marks what a dead engine left running as interrupted. */
    List<RunId> interruptRunning(Instant at);

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

    /** Outputs that a cache key stands for, and who made them. */
    record CacheHit(RunId run, TaskPath task, long executionId, TaskValues outputs) {}
}
