package io.github.binnacle.testkit.fake;

import io.github.binnacle.model.pipeline.ArtifactTypeSchema;
import io.github.binnacle.model.run.Attempt;
import io.github.binnacle.model.run.Run;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunLedger.Completion;
import io.github.binnacle.model.run.RunLedger.NewRun;
import io.github.binnacle.model.run.RunLedger.NewTask;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.run.TaskKind;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.run.TaskValues;
import io.github.binnacle.model.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Runs, tasks and artifacts with plain values, to be given to ledgers and views. */
public final class SampleRuns {
    /** When everything here begins. */
    public static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    public static final String DOCUMENT = "pipelineInfo:\n  name: sample\n";

    private SampleRuns() {}

    /** Makes a run id that ends in a number. */
    public static RunId id(int number) {
        return new RunId("0a0b0c0d-0000-4000-8000-%012d".formatted(number));
    }

    /** Makes a run of pipeline "sample" that nobody has recorded yet. */
    public static Run run(RunId id) {
        return new Run(
                id,
                0,
                "sample run",
                "sample",
                RunState.PENDING,
                START,
                null,
                null,
                "pipelines/sample.yaml",
                "",
                "runs/" + id,
                Value.Struct.EMPTY.with("rate", Value.of(0.5)).with("steps", Value.of(3)).fields(),
                TaskValues.EMPTY,
                "");
    }

    public static NewRun newRun(RunId id) {
        return new NewRun(run(id), DOCUMENT);
    }

    /** Makes the root DAG of a run, running. */
    public static NewTask root(int tasks) {
        return new NewTask(
                TaskPath.ROOT,
                TaskKind.ROOT,
                "sample",
                new TaskState.Running(),
                TaskValues.EMPTY,
                "",
                -1,
                tasks,
                START);
    }

    /** Makes a running task with a process. */
    public static NewTask task(TaskPath path, TaskValues inputs) {
        return new NewTask(
                path,
                TaskKind.RUNTIME,
                path.toString(),
                new TaskState.Running(),
                inputs,
                "python:3.11",
                -1,
                -1,
                START.plusSeconds(1));
    }

    public static NewTask task(String path) {
        return task(TaskPath.of(path), TaskValues.EMPTY);
    }

    public static Attempt attempt(int number, TaskState state) {
        return new Attempt(
                number,
                state,
                START.plusSeconds(1),
                state.isFinished() ? START.plusSeconds(2) : null,
                "runs/attempt-" + number,
                "runs/attempt-" + number + ".log",
                "",
                0);
    }

    /** Makes a dataset that no ledger has numbered yet; its digest follows from the URI. */
    public static RuntimeArtifact dataset(String uri) {
        return new RuntimeArtifact(
                0,
                "data",
                new ArtifactTypeSchema("system.Dataset", "", "", "0.0.1"),
                uri,
                Value.Struct.EMPTY.with("rows", Value.of(150)).with("source", Value.of("field")),
                "sha256:" + "%064x".formatted(Integer.toUnsignedLong(uri.hashCode())),
                42);
    }

    /** Makes values that hold one artifact. */
    public static TaskValues artifact(String name, RuntimeArtifact artifact) {
        return new TaskValues(Map.of(), Map.of(name, List.of(artifact)));
    }

    /** Makes values that hold one parameter. */
    public static TaskValues parameter(String name, Value value) {
        return new TaskValues(Map.of(name, value), Map.of());
    }

    /** Says that a task's first attempt ended well. */
    public static Completion completion(String path, TaskValues outputs, String cacheKey) {
        return new Completion(
                TaskPath.of(path),
                1,
                new TaskState.Succeeded(),
                outputs,
                cacheKey,
                START.plusSeconds(3));
    }
}
