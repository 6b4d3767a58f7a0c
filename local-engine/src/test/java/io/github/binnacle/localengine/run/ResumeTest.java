package io.github.binnacle.localengine.run;

import static io.github.binnacle.localengine.run.EngineFixture.output;
import static io.github.binnacle.localengine.run.EngineFixture.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.localengine.supervisor.ProcessOrder;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.run.Attempt;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskSnapshot;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {
    private static final String PIPELINE =
            Ir.pipeline(
                    """
                    make(n: NUMBER_INTEGER) -> Output: NUMBER_INTEGER, file: @Dataset
                    slow(n: NUMBER_INTEGER, file: @Dataset) -> Output: NUMBER_INTEGER
                    end(numbers: LIST) -> Output: LIST
                    """,
                    """
                    comp-for-loop-1:
                      dag:
                        outputs: {parameters: {slowed: {valueFromParameter: {producerSubtask: slow, outputParameterKey: Output}}}}
                        tasks:
                          make: {componentRef: {name: comp-make}, inputs: {parameters: {n: {componentInputParameter: item}}}}
                          slow:
                            componentRef: {name: comp-slow}
                            inputs:
                              parameters: {n: {taskOutputParameter: {producerTask: make, outputParameterKey: Output}}}
                              artifacts: {file: {taskOutputArtifact: {producerTask: make, outputArtifactKey: file}}}
                      inputDefinitions: {parameters: {item: {parameterType: NUMBER_INTEGER}}}
                      outputDefinitions: {parameters: {slowed: {parameterType: NUMBER_INTEGER}}}
                    """,
                    """
                    dag:
                      outputs: {parameters: {all: {valueFromParameter: {producerSubtask: end, outputParameterKey: Output}}}}
                      tasks:
                        for-loop-1:
                          componentRef: {name: comp-for-loop-1}
                          parameterIterator: {items: {raw: '[1, 2, 3]'}, itemInput: item}
                        end:
                          componentRef: {name: comp-end}
                          inputs: {parameters: {numbers: {taskOutputParameter: {producerTask: for-loop-1, outputParameterKey: slowed}}}}
                    outputDefinitions: {parameters: {all: {parameterType: LIST}}}
                    """);

    @TempDir Path home;
    private EngineFixture fixture;
    private final AtomicBoolean isStuck = new AtomicBoolean(true);

    @BeforeEach
    void start() {
        fixture = new EngineFixture(home);
        fixture.processes.on(
                "make",
                task -> {
                    Files.writeString(task.outputArtifact("file"), task.input("n").toString());
                    return task.returns("Output", task.input("n")).succeed();
                });
        fixture.processes.on(
                "slow",
                task ->
                        isStuck.get() && task.input("n").equals(Value.of(2))
                                ? task.awaitCancel()
                                : task.returns("Output", task.input("n")).succeed());
        fixture.processes.on(
                "end", task -> task.returns("Output", task.input("numbers")).succeed());
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    /** Waits until only the stuck task is left. */
    private static boolean hasOneLeft(RunSnapshot run) {
        return succeeded(run, "for-loop-1[0]/slow")
                && succeeded(run, "for-loop-1[2]/slow")
                && run.task(TaskPath.of("for-loop-1[1]/slow"))
                        .filter(task -> !task.attempts().isEmpty())
                        .isPresent();
    }

    private static boolean succeeded(RunSnapshot run, String path) {
        return run.task(TaskPath.of(path))
                .map(TaskSnapshot::state)
                .filter(TaskState.Succeeded.class::isInstance)
                .isPresent();
    }

    private static List<String> tokens(List<ProcessOrder> orders) {
        return orders.stream().map(ProcessOrder::token).toList();
    }

    @Test
    void continuesAfterItsEngineWasKilledWithoutRunningCompletedTasksAgain() throws Exception {
        RunId id = fixture.start(PIPELINE, Map.of());
        RunSnapshot before = fixture.await(id, ResumeTest::hasOneLeft);
        assertThat(fixture.restart()).containsExactly(id);
        int ordersBefore = fixture.processes.orders.size();
        isStuck.set(false);

        EngineFixture.done(fixture.engine().resume(id));
        RunSnapshot after = fixture.await(id);

        assertThat(after.run().state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(after.run().outputs().parameters())
                .isEqualTo(Map.of("all", Value.of(List.of(Value.of(1), Value.of(2), Value.of(3)))));
        assertThat(fixture.processes.orders).hasSize(ordersBefore + 2);
        assertThat(tokens(fixture.processes.orders)).doesNotHaveDuplicates();
        assertThat(task(after, "for-loop-1[0]/make")).isEqualTo(task(before, "for-loop-1[0]/make"));
        List<Attempt> attempts = task(after, "for-loop-1[1]/slow").attempts();
        assertThat(attempts)
                .extracting(Attempt::state)
                .containsExactly(new TaskState.Interrupted(), new TaskState.Succeeded());
        assertThat(attempts).extracting(Attempt::folder).doesNotHaveDuplicates();
        assertThat(fixture.processes.swept)
                .containsExactly(AttemptToken.of(id, TaskPath.of("for-loop-1[1]/slow"), 1));
    }

    @Test
    void continuesAFailedRun() throws Exception {
        fixture.processes.on("end", task -> FakeProcesses.exit(1));
        isStuck.set(false);
        RunSnapshot failed = fixture.run(PIPELINE);
        fixture.processes.on(
                "end", task -> task.returns("Output", task.input("numbers")).succeed());

        EngineFixture.done(fixture.engine().resume(failed.run().id()));
        RunSnapshot run =
                fixture.await(failed.run().id(), now -> now.run().state() == RunState.SUCCEEDED);

        assertThat(failed.run().state()).isEqualTo(RunState.FAILED);
        assertThat(task(run, "end").attempts()).hasSize(2);
        assertThat(task(run, "for-loop-1[1]/slow").attempts()).hasSize(1);
    }

    @Test
    void continuesACanceledRun() throws Exception {
        RunId id = fixture.start(PIPELINE, Map.of());
        fixture.await(id, ResumeTest::hasOneLeft);
        EngineFixture.done(fixture.engine().cancel(id));
        RunSnapshot canceled = fixture.await(id);
        isStuck.set(false);

        EngineFixture.done(fixture.engine().resume(id));
        RunSnapshot run = fixture.await(id, now -> now.run().state() == RunState.SUCCEEDED);

        assertThat(canceled.run().state()).isEqualTo(RunState.CANCELED);
        assertThat(task(canceled, "for-loop-1").state()).isEqualTo(new TaskState.Canceled());
        assertThat(output(run, "end", "Output"))
                .isEqualTo(Value.of(List.of(Value.of(1), Value.of(2), Value.of(3))));
    }

    @Test
    void refusesToResumeWhatSucceededAndToDeleteWhatRuns() throws Exception {
        RunId running = fixture.start(PIPELINE, Map.of());
        fixture.await(running, ResumeTest::hasOneLeft);

        Outcome<RunId> delete = fixture.engine().delete(running);
        EngineFixture.done(fixture.engine().cancel(running));
        fixture.await(running);
        isStuck.set(false);
        RunSnapshot succeeded = fixture.run(PIPELINE);
        Outcome<RunId> resume = fixture.engine().resume(succeeded.run().id());

        assertThat(EngineFixture.refusals(delete))
                .singleElement()
                .asString()
                .contains("still running");
        assertThat(EngineFixture.refusals(resume))
                .singleElement()
                .asString()
                .contains("has succeeded");
    }

    @Test
    void deletesRowsAndFilesButKeepsArtifactsThatOtherRunsUse() throws Exception {
        isStuck.set(false);
        String cached =
                PIPELINE.replace(
                        "make: {componentRef: {name: comp-make},",
                        "make: {cachingOptions: {enableCache: true}, componentRef: {name:"
                                + " comp-make},");
        RunSnapshot first = fixture.run(cached);
        RunSnapshot second = fixture.run(cached);
        Path folder = Path.of(first.run().folder());
        Path file =
                Path.of(
                        task(second, "for-loop-1[0]/make")
                                .outputs()
                                .artifacts()
                                .get("file")
                                .getFirst()
                                .uri());

        EngineFixture.done(fixture.engine().delete(first.run().id()));

        assertThat(fixture.ledger.snapshot(first.run().id())).isEmpty();
        assertThat(file).startsWith(folder).exists();
        try (var left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile)).hasSize(3);
        }
        EngineFixture.done(fixture.engine().delete(second.run().id()));
    }
}
