package io.github.binnacle.testkit.contract;

import static io.github.binnacle.testkit.fake.SampleRuns.START;
import static io.github.binnacle.testkit.fake.SampleRuns.artifact;
import static io.github.binnacle.testkit.fake.SampleRuns.attempt;
import static io.github.binnacle.testkit.fake.SampleRuns.completion;
import static io.github.binnacle.testkit.fake.SampleRuns.dataset;
import static io.github.binnacle.testkit.fake.SampleRuns.id;
import static io.github.binnacle.testkit.fake.SampleRuns.newRun;
import static io.github.binnacle.testkit.fake.SampleRuns.parameter;
import static io.github.binnacle.testkit.fake.SampleRuns.root;
import static io.github.binnacle.testkit.fake.SampleRuns.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binnacle.model.run.Run;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunLedger;
import io.github.binnacle.model.run.RunLedger.Completion;
import io.github.binnacle.model.run.RunLedger.TaskChange;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskSnapshot;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.run.TaskValues;
import io.github.binnacle.model.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link RunLedger} keeps to. */
public abstract class RunLedgerContract {
    private static final RunId RUN = id(1);
    private static final TaskPath TRAIN = TaskPath.of("train");

    private RunLedger ledger;

    /** Makes an empty ledger; the subclass closes it. */
    protected abstract RunLedger open() throws Exception;

    @BeforeEach
    void openLedger() throws Exception {
        ledger = open();
    }

    @Test
    void numbersRunsFromOne() {
        var first = ledger.createRun(newRun(id(1)));
        var second = ledger.createRun(newRun(id(2)));

        assertThat(first.number()).isEqualTo(1);
        assertThat(second.number()).isEqualTo(2);
    }

    @Test
    void returnsARunAsItWasCreated() {
        var created = ledger.createRun(newRun(RUN));

        assertThat(snapshotRun()).isEqualTo(created);
        assertThat(ledger.document(RUN)).contains(newRun(RUN).documentText());
    }

    @Test
    void listsNewestRunsFirstUpToALimit() {
        ledger.createRun(newRun(id(1)));
        ledger.createRun(newRun(id(2)));
        ledger.createRun(newRun(id(3)));

        assertThat(ledger.runs(2)).extracting(Run::id).containsExactly(id(3), id(2));
    }

    @Test
    void findsRunsByNumberIdAndUniquePrefix() {
        ledger.createRun(newRun(id(1)));
        ledger.createRun(newRun(new RunId("ffffffff-0000-4000-8000-000000000002")));

        assertThat(ledger.find("1")).contains(id(1));
        assertThat(ledger.find(id(1).value())).contains(id(1));
        assertThat(ledger.find("ffff")).isPresent();
        assertThat(ledger.find("0a0b")).contains(id(1));
        assertThat(ledger.find("9")).isEmpty();
        assertThat(ledger.find("%")).isEmpty();
    }

    @Test
    void doesNotFindByAPrefixOfTwoRuns() {
        ledger.createRun(newRun(id(1)));
        ledger.createRun(newRun(id(2)));

        assertThat(ledger.find("0a0b0c0d")).isEmpty();
    }

    @Test
    void keepsWhenARunFirstStartedAndForgetsItsEndWhenItGoesOn() {
        ledger.createRun(newRun(RUN));
        ledger.setRunState(RUN, RunState.RUNNING, START.plusSeconds(1), "");
        ledger.setRunState(RUN, RunState.INTERRUPTED, START.plusSeconds(2), "power cut");
        ledger.setRunState(RUN, RunState.RUNNING, START.plusSeconds(3), "");

        var run = snapshotRun();
        assertThat(run.startedAt()).isEqualTo(START.plusSeconds(1));
        assertThat(run.finishedAt()).isNull();
        assertThat(run.problem()).isEmpty();
    }

    @Test
    void finishesARunWithItsOutputs() {
        ledger.createRun(newRun(RUN));
        var outputs = parameter("accuracy", Value.of(0.97));

        ledger.finishRun(RUN, RunState.SUCCEEDED, outputs, START.plusSeconds(9), "");

        var run = snapshotRun();
        assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(run.outputs()).isEqualTo(outputs);
        assertThat(run.finishedAt()).isEqualTo(START.plusSeconds(9));
    }

    @Test
    void listsTasksInTheOrderTheyBegan() {
        runWithRoot();
        ledger.startTask(RUN, task("train"));
        ledger.startTask(RUN, task("evaluate"));

        assertThat(ledger.snapshot(RUN).orElseThrow().tasks())
                .extracting(each -> each.path().toString())
                .containsExactly("", "train", "evaluate");
    }

    @Test
    void returnsATaskAsItWasStarted() {
        runWithRoot();
        var inputs = parameter("rate", Value.of(4));

        var number = ledger.startTask(RUN, task(TRAIN, inputs));

        var train = snapshot(TRAIN);
        assertThat(train.id()).isEqualTo(number);
        assertThat(train.inputs()).isEqualTo(inputs);
        assertThat(train.state()).isEqualTo(new TaskState.Running());
        assertThat(train.startedAt()).isEqualTo(task("train").at());
        assertThat(train.iterationCount()).isEqualTo(-1);
    }

    @Test
    void countsATaskAsStartedOnceItRuns() {
        runWithRoot();
        ledger.startTask(RUN, pending("waits for 2 CPUs"));
        var waiting = snapshot(TRAIN);

        ledger.setTaskState(RUN, TRAIN, new TaskState.Running(), START.plusSeconds(7));

        assertThat(waiting.startedAt()).isNull();
        assertThat(waiting.state()).isEqualTo(new TaskState.Pending("waits for 2 CPUs"));
        assertThat(snapshot(TRAIN).startedAt()).isEqualTo(START.plusSeconds(7));
    }

    @Test
    void keepsEveryKindOfTaskState() {
        runWithRoot();
        ledger.startTask(RUN, task("train"));

        for (TaskState state : everyState()) {
            ledger.setTaskState(RUN, TRAIN, state, START.plusSeconds(5));

            assertThat(snapshot(TRAIN).state()).isEqualTo(state);
            assertThat(snapshot(TRAIN).finishedAt())
                    .isEqualTo(state.isFinished() ? START.plusSeconds(5) : null);
        }
    }

    private static List<TaskState> everyState() {
        return List.of(
                new TaskState.Pending("waits"),
                new TaskState.Running(),
                new TaskState.Succeeded(),
                new TaskState.Cached(id(7), TaskPath.of("loop[2]/train")),
                new TaskState.Skipped("The condition was false."),
                new TaskState.Failed(
                        new TaskState.Explanation("run.exit-code", "It ended with 3.", 3)),
                new TaskState.Failed(new TaskState.Explanation("run.lost", "It is gone.", null)),
                new TaskState.Canceled(),
                new TaskState.Interrupted());
    }

    @Test
    void startsATaskAnewUnderItsNumber() {
        runWithRoot();
        var number = ledger.startTask(RUN, task("train"));
        ledger.startAttempt(RUN, TRAIN, attempt(1, new TaskState.Running()));
        complete("train", parameter("score", Value.of(1)), "");

        var again = ledger.startTask(RUN, task("train"));

        assertThat(again).isEqualTo(number);
        assertThat(snapshot(TRAIN).outputs()).isEqualTo(TaskValues.EMPTY);
        assertThat(snapshot(TRAIN).finishedAt()).isNull();
        assertThat(snapshot(TRAIN).attempts()).hasSize(1);
    }

    @Test
    void keepsEveryAttemptOldestFirstAndReplacesByNumber() {
        runWithRoot();
        ledger.startTask(RUN, task("train"));
        ledger.startAttempt(RUN, TRAIN, attempt(1, new TaskState.Running()));
        ledger.updateAttempt(RUN, TRAIN, attempt(1, new TaskState.Canceled()));
        ledger.startAttempt(RUN, TRAIN, attempt(2, new TaskState.Running()));

        assertThat(snapshot(TRAIN).attempts())
                .containsExactly(
                        attempt(1, new TaskState.Canceled()), attempt(2, new TaskState.Running()));
    }

    @Test
    void keepsTheIterationsOfALoopApart() {
        runWithRoot();
        ledger.startTask(RUN, task("loop"));
        ledger.setIterationCount(RUN, TaskPath.of("loop"), 2);
        ledger.startTask(RUN, task("loop[0]"));
        ledger.startTask(RUN, task("loop[1]"));

        assertThat(snapshot(TaskPath.of("loop")).iterationCount()).isEqualTo(2);
        assertThat(snapshot(TaskPath.of("loop[1]")).id())
                .isNotEqualTo(snapshot(TaskPath.of("loop[0]")).id());
    }

    @Test
    void numbersTheArtifactsOfACompletedTask() {
        runWithRoot();
        ledger.startTask(RUN, task("train"));
        ledger.startAttempt(RUN, TRAIN, attempt(1, new TaskState.Running()));

        var outputs = complete("train", artifact("data", dataset("runs/a")), "");

        var recorded = outputs.artifacts().getOrDefault("data", List.of()).getFirst();
        assertThat(recorded.id()).isPositive();
        assertThat(recorded.uri()).isEqualTo("runs/a");
        assertThat(snapshot(TRAIN).outputs()).isEqualTo(outputs);
        assertThat(snapshot(TRAIN).state()).isEqualTo(new TaskState.Succeeded());
        assertThat(snapshot(TRAIN).attempts().getFirst().state())
                .isEqualTo(new TaskState.Succeeded());
    }

    @Test
    void keepsTheNumbersOfArtifactsThatAreKnown() {
        runWithRoot();
        ledger.startTask(RUN, task("train"));
        ledger.startTask(RUN, task("copy"));
        var made = complete("train", artifact("data", dataset("runs/a")), "");

        var passedOn = complete("copy", made, "");

        assertThat(passedOn).isEqualTo(made);
    }

    @Test
    void recordsManyChangesTogetherAndAnswersInTheirOrder() {
        runWithRoot();

        var recorded =
                ledger.record(
                        RUN,
                        List.of(
                                new TaskChange.Started(task("a")),
                                new TaskChange.Started(task("b")),
                                new TaskChange.Completed(
                                        completion("b", parameter("n", Value.of(2)), "")),
                                new TaskChange.Completed(
                                        completion("a", parameter("n", Value.of(1)), ""))));

        assertThat(recorded.started()).doesNotHaveDuplicates().hasSize(2);
        assertThat(recorded.completed())
                .containsExactly(parameter("n", Value.of(2)), parameter("n", Value.of(1)));
    }

    @Test
    void findsOutputsByTheirCacheKey() {
        runWithRoot();
        var number = ledger.startTask(RUN, task("train"));
        var outputs = complete("train", artifact("data", dataset("runs/a")), "key-1");

        var hits = ledger.findCached(List.of("key-1", "key-2"));

        assertThat(hits)
                .isEqualTo(Map.of("key-1", new RunLedger.CacheHit(RUN, TRAIN, number, outputs)));
        assertThat(ledger.findCached("key-2")).isEmpty();
    }

    @Test
    void findsTheNewestOutputsOfACacheKey() {
        runWithRoot();
        ledger.startTask(RUN, task("a"));
        ledger.startTask(RUN, task("b"));
        complete("a", parameter("n", Value.of(1)), "key");
        complete("b", parameter("n", Value.of(2)), "key");

        assertThat(ledger.findCached("key").orElseThrow().task()).isEqualTo(TaskPath.of("b"));
    }

    @Test
    void doesNotOfferAHitAsTheSourceOfAnother() {
        runWithRoot();
        ledger.startTask(RUN, task("a"));
        ledger.startTask(RUN, task("b"));
        var outputs = complete("a", parameter("n", Value.of(1)), "key");
        var cached = new TaskState.Cached(RUN, TaskPath.of("a"));
        ledger.complete(
                RUN, List.of(new Completion(TaskPath.of("b"), 0, cached, outputs, "key", START)));

        assertThat(ledger.findCached("key").orElseThrow().task()).isEqualTo(TaskPath.of("a"));
    }

    @Test
    void marksWhatWasRunningAsInterrupted() {
        runWithRoot();
        ledger.setRunState(RUN, RunState.RUNNING, START, "");
        ledger.startTask(RUN, task("done"));
        complete("done", TaskValues.EMPTY, "");
        ledger.startTask(RUN, task("train"));
        ledger.startAttempt(RUN, TRAIN, attempt(1, new TaskState.Running()));
        ledger.createRun(newRun(id(2)));
        ledger.finishRun(id(2), RunState.SUCCEEDED, TaskValues.EMPTY, START, "");

        var interrupted = ledger.interruptRunning(START.plusSeconds(9));

        assertThat(interrupted).containsExactly(RUN);
        assertThat(snapshotRun().state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(snapshot(TRAIN).state()).isEqualTo(new TaskState.Interrupted());
        assertThat(snapshot(TRAIN).attempts().getFirst().state())
                .isEqualTo(new TaskState.Interrupted());
        assertThat(snapshot(TaskPath.of("done")).state()).isEqualTo(new TaskState.Succeeded());
        assertThat(ledger.interruptRunning(START.plusSeconds(10))).isEmpty();
    }

    @Test
    void forgetsADeletedRunWithItsCacheEntries() {
        runWithRoot();
        ledger.startTask(RUN, task("train"));
        complete("train", parameter("n", Value.of(1)), "key");
        ledger.createRun(newRun(id(2)));

        ledger.delete(RUN);

        assertThat(ledger.snapshot(RUN)).isEmpty();
        assertThat(ledger.document(RUN)).isEmpty();
        assertThat(ledger.findCached("key")).isEmpty();
        assertThat(ledger.runs(9)).extracting(Run::id).containsExactly(id(2));
        assertThat(ledger.document(id(2))).isPresent();
    }

    @Test
    void neverGivesTheNumberOfADeletedRunAgain() {
        ledger.createRun(newRun(id(1)));
        ledger.delete(id(1));

        assertThat(ledger.createRun(newRun(id(2))).number()).isEqualTo(2);
    }

    @Test
    void tellsWhichArtifactsOtherRunsUse() {
        runWithRoot();
        ledger.startTask(RUN, task("train"));
        ledger.startTask(RUN, task("alone"));
        var shared = complete("train", artifact("data", dataset("runs/shared")), "");
        complete("alone", artifact("data", dataset("runs/own")), "");
        ledger.createRun(newRun(id(2)));
        ledger.startTask(id(2), root(1));
        ledger.startTask(id(2), task(TRAIN, shared));

        assertThat(ledger.sharedUris(RUN)).containsExactly("runs/shared");
    }

    @Test
    void numbersEventsAndTellsWhichRunsTheyTouched() {
        runWithRoot();
        ledger.createRun(newRun(id(2)));
        var before = ledger.lastEvent();

        ledger.startTask(RUN, task("train"));
        ledger.setTaskState(RUN, TRAIN, new TaskState.Canceled(), START);

        assertThat(ledger.lastEvent()).isGreaterThan(before);
        assertThat(ledger.changedSince(before)).containsExactly(RUN);
        assertThat(ledger.changedSince(ledger.lastEvent())).isEmpty();
        assertThat(ledger.changedSince(0)).containsExactlyInAnyOrder(RUN, id(2));
    }

    @Test
    void tellsWhatChangedSoThatAnOlderSnapshotBecomesTheNewest() {
        runWithRoot();
        ledger.startTask(RUN, task("train"));
        ledger.startTask(RUN, task("other"));
        var before = ledger.snapshot(RUN).orElseThrow();
        var event = ledger.lastEvent();
        ledger.setTaskState(RUN, TRAIN, new TaskState.Canceled(), START.plusSeconds(4));
        ledger.startTask(RUN, task("late"));
        ledger.setRunState(RUN, RunState.CANCELING, START.plusSeconds(4), "");

        var changes = ledger.changes(RUN, event).orElseThrow();

        assertThat(changes.tasks())
                .extracting(each -> each.path().toString())
                .containsExactly("train", "late");
        assertThat(changes.event()).isEqualTo(ledger.lastEvent());
        assertThat(changes.applyTo(before)).isEqualTo(ledger.snapshot(RUN).orElseThrow());
    }

    @Test
    void tellsOfInterruptedTasksAsChanges() {
        runWithRoot();
        ledger.startTask(RUN, task("train"));
        var before = ledger.snapshot(RUN).orElseThrow();
        var event = ledger.lastEvent();

        ledger.interruptRunning(START.plusSeconds(9));

        assertThat(ledger.changes(RUN, event).orElseThrow().applyTo(before))
                .isEqualTo(ledger.snapshot(RUN).orElseThrow());
    }

    @Test
    void hasNothingOfARunThatIsNotThere() {
        assertThat(ledger.snapshot(RUN)).isEmpty();
        assertThat(ledger.document(RUN)).isEmpty();
        assertThat(ledger.changes(RUN, 0)).isEmpty();
        assertThat(ledger.runs(9)).isEmpty();
        assertThat(ledger.lastEvent()).isZero();
    }

    @Test
    void refusesToRecordATaskOfARunThatIsNotThere() {
        assertThatThrownBy(() -> ledger.startTask(RUN, task("train")))
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining(RUN.value());
    }

    @Test
    void keepsValuesOfEveryKindExactly() {
        runWithRoot();
        Value value =
                Value.of(
                        Map.of(
                                "none", Value.NULL,
                                "big", new Value.Num(new BigDecimal("9007199254740993")),
                                "list", Value.of(List.of(Value.of(1), Value.of(0.5), Value.of(""))),
                                "yes", Value.of(true),
                                "text", Value.of("Grüße\n\u0000\uD83D\uDE80 \"x\"")));

        ledger.startTask(RUN, task(TRAIN, parameter("config", value)));

        assertThat(snapshot(TRAIN).inputs()).isEqualTo(parameter("config", value));
    }

    private void runWithRoot() {
        ledger.createRun(newRun(RUN));
        ledger.startTask(RUN, root(2));
    }

    private TaskValues complete(String path, TaskValues outputs, String cacheKey) {
        return ledger.complete(RUN, List.of(completion(path, outputs, cacheKey))).getFirst();
    }

    private static RunLedger.NewTask pending(String reason) {
        var running = task("train");
        return new RunLedger.NewTask(
                running.path(),
                running.kind(),
                running.displayName(),
                new TaskState.Pending(reason),
                running.inputs(),
                running.image(),
                running.iterationIndex(),
                running.totalDagTasks(),
                running.at());
    }

    private Run snapshotRun() {
        return ledger.snapshot(RUN).orElseThrow().run();
    }

    private TaskSnapshot snapshot(TaskPath path) {
        return ledger.snapshot(RUN).orElseThrow().task(path).orElseThrow();
    }
}
