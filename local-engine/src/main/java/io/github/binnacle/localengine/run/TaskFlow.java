package io.github.binnacle.localengine.run;

import io.github.binnacle.model.cel.CelException;
import io.github.binnacle.model.cel.CelExpressions;
import io.github.binnacle.model.pipeline.PipelineTaskSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.Iterator;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.TriggerStrategy;
import io.github.binnacle.model.problem.ProblemText;
import io.github.binnacle.model.run.TaskKind;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.run.TaskValues;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Takes work through its life: may it begin, with what inputs, and as what. Only the run's own
 * thread touches it.
 */
final class TaskFlow {
    private final RunBlueprint blueprint;
    private final EarlierTasks earlier;
    private final RunJournal journal;
    private final InputResolver resolver;
    private final ExecutorStart executors;
    private final Deque<Work> ready = new ArrayDeque<>();
    private boolean isCanceling;

    TaskFlow(
            RunBlueprint blueprint,
            EarlierTasks earlier,
            RunJournal journal,
            InputResolver resolver,
            ExecutorStart executors) {
        this.blueprint = blueprint;
        this.earlier = earlier;
        this.journal = journal;
        this.resolver = resolver;
        this.executors = executors;
    }

    /** Starts what a component's executor does. */
    @FunctionalInterface
    interface ExecutorStart {
        void start(Work work);
    }

    void add(Work work) {
        ready.add(work);
    }

    /** From now on nothing begins any more. */
    void cancel() {
        isCanceling = true;
    }

    /** Begins everything that may begin. */
    void proceed() {
        while (!ready.isEmpty()) {
            begin(ready.remove());
        }
    }

    private void begin(Work work) {
        if (isCanceling) {
            work.end(Ending.CANCELED);
            return;
        }
        Optional<TaskValues> known = earlier.outputs(work.path());
        if (known.isPresent()) {
            work.succeed(known.get());
            return;
        }
        try {
            if (work.iteration() >= 0 || work.task() == null) {
                carryOut(work);
            } else if (mayBegin(work)) {
                trigger(work, work.task());
            }
        } catch (TaskFailure e) {
            fail(work, e);
        }
    }

    /** Compares how the upstream tasks ended with what the task asks for. */
    private boolean mayBegin(Work work) {
        PipelineTaskSpec task = Objects.requireNonNull(work.task());
        if (task.triggerPolicy().strategy() == TriggerStrategy.ALL_UPSTREAM_TASKS_COMPLETED) {
            return true;
        }
        List<Work> missed =
                Objects.requireNonNull(work.frame()).upstreamOf(work).stream()
                        .filter(upstream -> upstream.ending() != Ending.SUCCEEDED)
                        .toList();
        if (missed.isEmpty()) {
            return true;
        }
        String names =
                missed.stream()
                        .map(upstream -> "\"" + upstream.displayName() + "\"")
                        .collect(Collectors.joining(", "));
        boolean isTriggered =
                missed.stream().anyMatch(upstream -> upstream.ending() != Ending.NOT_TRIGGERED);
        skip(
                work,
                ProblemText.of(
                        isTriggered ? "run.upstream-failed" : "run.upstream-not-triggered",
                        Map.of("tasks", names)),
                isTriggered ? Ending.UPSTREAM_FAILED : Ending.NOT_TRIGGERED);
        return false;
    }

    private void trigger(Work work, PipelineTaskSpec task) throws TaskFailure {
        work.take(resolver.resolve(Objects.requireNonNull(work.frame()), work));
        String condition = task.triggerPolicy().condition();
        if (condition.isEmpty() || isTrue(condition, work.inputs())) {
            start(work, task);
        } else {
            skip(work, untriggered(condition, work.inputs()), Ending.NOT_TRIGGERED);
        }
    }

    private void start(Work work, PipelineTaskSpec task) throws TaskFailure {
        Iterator iterator = task.iterator();
        if (iterator == null) {
            carryOut(work);
        } else {
            loop(work, iterator, task.parallelismLimit());
        }
    }

    private static boolean isTrue(String condition, TaskValues inputs) throws TaskFailure {
        try {
            return CelExpressions.test(condition, inputs);
        } catch (CelException e) {
            throw TaskFailure.of("run.condition", Map.of("detail", String.valueOf(e.getMessage())));
        }
    }

    private static String untriggered(String condition, TaskValues inputs) {
        String values =
                CelExpressions.valuesIn(condition, inputs).entrySet().stream()
                        .map(entry -> entry.getKey() + " = " + Shortened.value(entry.getValue()))
                        .collect(Collectors.joining(", "));
        return ProblemText.of(
                "run.condition-false", Map.of("condition", condition, "values", values));
    }

    private void carryOut(Work work) {
        if (work.component().dag().isEmpty()) {
            executors.start(work);
            return;
        }
        TaskKind kind =
                work.path().isRoot()
                        ? TaskKind.ROOT
                        : work.iteration() >= 0 ? TaskKind.LOOP_ITERATION : TaskKind.DAG;
        journal.stands(work, kind, new TaskState.Running(), "");
        new DagFrame(work, blueprint.document().spec().components(), ready::add, this::dagEnded)
                .start();
    }

    private void loop(Work work, Iterator iterator, int limit) throws TaskFailure {
        List<TaskValues> inputs = LoopItems.inputs(iterator, work.component(), work.inputs());
        journal.stands(work, TaskKind.LOOP, new TaskState.Running(), "");
        journal.counted(work, inputs.size());
        new LoopFrame(work, inputs, limit, ready::add, this::loopEnded).start();
    }

    private void dagEnded(DagFrame frame) {
        Work work = frame.work();
        if (endedBadly(work, List.copyOf(frame.tasks()))) {
            return;
        }
        try {
            succeed(work, DagOutputs.of(frame));
        } catch (TaskFailure e) {
            fail(work, e);
        }
    }

    private void loopEnded(LoopFrame frame) {
        if (!endedBadly(frame.work(), frame.iterations())) {
            succeed(frame.work(), frame.outputs());
        }
    }

    /** A DAG fails when something in it failed, whoever ran in spite of it. */
    private boolean endedBadly(Work work, List<Work> inner) {
        List<Work> failed = inner.stream().filter(task -> task.ending() == Ending.FAILED).toList();
        if (!failed.isEmpty()) {
            fail(work, InnerFailure.of(failed));
        } else if (inner.stream().anyMatch(task -> task.ending() == Ending.CANCELED)) {
            cancelEnded(work);
        }
        return work.ending() != null;
    }

    private void succeed(Work work, TaskValues outputs) {
        journal.completed(work, RunJournal.Success.without(outputs), _ -> {});
        work.succeed(outputs);
    }

    void cancelEnded(Work work) {
        journal.ended(work, new TaskState.Canceled());
        work.end(Ending.CANCELED);
    }

    private void skip(Work work, String reason, Ending ending) {
        journal.stands(work, kind(work), new TaskState.Skipped(reason), "");
        work.end(ending);
    }

    void fail(Work work, TaskFailure failure) {
        journal.stands(work, kind(work), new TaskState.Failed(failure.explanation()), "");
        work.fail(failure.explanation().sentence());
    }

    private static TaskKind kind(Work work) {
        PipelineTaskSpec task = work.task();
        if (task != null && task.iterator() != null && work.iteration() < 0) {
            return TaskKind.LOOP;
        }
        return work.component().dag().isPresent() ? TaskKind.DAG : TaskKind.RUNTIME;
    }
}
