package io.github.binnacle.testkit.fake;

import io.github.binnacle.model.run.Attempt;
import io.github.binnacle.model.run.Run;
import io.github.binnacle.model.run.RunChanges;
import io.github.binnacle.model.run.RunLedger.Completion;
import io.github.binnacle.model.run.RunLedger.NewRun;
import io.github.binnacle.model.run.RunLedger.NewTask;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskSnapshot;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.run.TaskValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run as the fake ledger knows it. */
final class RecordedRun {
    private final Map<TaskPath, TaskSnapshot> tasks = new LinkedHashMap<>();
    private final String document;
    private Run run;

    RecordedRun(NewRun newRun, long number) {
        document = newRun.documentText();
        run = changed(newRun.run(), number, newRun.run().state(), null, null, TaskValues.EMPTY, "");
    }

    Run run() {
        return run;
    }

    String document() {
        return document;
    }

    RunSnapshot snapshot() {
        return new RunSnapshot(run, List.copyOf(tasks.values()));
    }

    RunChanges changes(long event, Collection<TaskPath> touched) {
        return new RunChanges(
                event,
                run,
                tasks.values().stream().filter(task -> touched.contains(task.path())).toList());
    }

    void setState(RunState state, Instant at, String problem) {
        boolean isStart = state == RunState.RUNNING && run.startedAt() == null;
        Instant started = isStart ? at : run.startedAt();
        Instant finished = state.isFinished() ? at : null;
        run = changed(run, run.number(), state, started, finished, run.outputs(), problem);
    }

    void finish(RunState state, TaskValues outputs, Instant at, String problem) {
        run = changed(run, run.number(), state, run.startedAt(), at, outputs, problem);
    }

    private static Run changed(
            Run run,
            long number,
            RunState state,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            TaskValues outputs,
            String problem) {
        return new Run(
                run.id(),
                number,
                run.displayName(),
                run.pipelineName(),
                state,
                run.createdAt(),
                startedAt,
                finishedAt,
                run.documentPath(),
                run.project(),
                run.folder(),
                run.parameters(),
                outputs,
                problem);
    }

    Optional<Long> number(TaskPath path) {
        return Optional.ofNullable(tasks.get(path)).map(TaskSnapshot::id);
    }

    void start(long id, NewTask task) {
        boolean isWaiting = task.state() instanceof TaskState.Pending;
        TaskSnapshot before = tasks.get(task.path());
        tasks.put(
                task.path(),
                new TaskSnapshot(
                        id,
                        task.path(),
                        task.kind(),
                        task.displayName(),
                        task.state(),
                        isWaiting ? null : task.at(),
                        task.state().isFinished() ? task.at() : null,
                        task.inputs(),
                        TaskValues.EMPTY,
                        -1,
                        before == null ? List.of() : before.attempts()));
    }

    void setTaskState(TaskPath path, TaskState state, Instant at) {
        TaskSnapshot task = task(path);
        boolean isStart = state instanceof TaskState.Running && task.startedAt() == null;
        Instant started = isStart ? at : task.startedAt();
        Instant finished = state.isFinished() ? at : null;
        put(task, state, started, finished, task.outputs(), task.iterationCount(), task.attempts());
    }

    void setIterationCount(TaskPath path, int count) {
        TaskSnapshot task = task(path);
        put(
                task,
                task.state(),
                task.startedAt(),
                task.finishedAt(),
                task.outputs(),
                count,
                task.attempts());
    }

    void putAttempt(TaskPath path, Attempt attempt) {
        TaskSnapshot task = task(path);
        put(
                task,
                task.state(),
                task.startedAt(),
                task.finishedAt(),
                task.outputs(),
                task.iterationCount(),
                with(task.attempts(), attempt));
    }

    private static List<Attempt> with(List<Attempt> attempts, Attempt added) {
        List<Attempt> all = new ArrayList<>(attempts);
        all.removeIf(attempt -> attempt.number() == added.number());
        all.add(added);
        all.sort(Comparator.comparingInt(Attempt::number));
        return all;
    }

    void complete(Completion completion, TaskValues outputs) {
        TaskSnapshot task = task(completion.path());
        List<Attempt> attempts =
                task.attempts().stream()
                        .map(attempt ->
                                attempt.number() == completion.attempt()
                                        ? ended(attempt, completion.state(), completion.at())
                                        : attempt)
                        .toList();
        put(
                task,
                completion.state(),
                task.startedAt(),
                completion.at(),
                outputs,
                task.iterationCount(),
                attempts);
    }

    private static Attempt ended(Attempt attempt, TaskState state, Instant at) {
        return new Attempt(
                attempt.number(),
                state,
                attempt.startedAt(),
                at,
                attempt.folder(),
                attempt.log(),
                attempt.process(),
                attempt.peakBytes());
    }

    /** Marks the run, and what is unfinished in it, as interrupted; returns the tasks touched. */
    List<TaskPath> interrupt(Instant at) {
        TaskState interrupted = new TaskState.Interrupted();
        List<TaskPath> unfinished =
                tasks.values().stream()
                        .filter(task -> !task.state().isFinished())
                        .map(TaskSnapshot::path)
                        .toList();
        for (TaskPath path : unfinished) {
            setTaskState(path, interrupted, at);
            for (Attempt attempt : task(path).attempts()) {
                if (!attempt.state().isFinished()) {
                    putAttempt(path, ended(attempt, interrupted, at));
                }
            }
        }
        setState(RunState.INTERRUPTED, at, run.problem());
        return unfinished;
    }

    private TaskSnapshot task(TaskPath path) {
        TaskSnapshot task = tasks.get(path);
        if (task == null) {
            throw new IllegalArgumentException("no task " + path + " in run " + run.id());
        }
        return task;
    }

    private void put(
            TaskSnapshot task,
            TaskState state,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            TaskValues outputs,
            int iterationCount,
            List<Attempt> attempts) {
        tasks.put(
                task.path(),
                new TaskSnapshot(
                        task.id(),
                        task.path(),
                        task.kind(),
                        task.displayName(),
                        state,
                        startedAt,
                        finishedAt,
                        task.inputs(),
                        outputs,
                        iterationCount,
                        attempts));
    }
}
