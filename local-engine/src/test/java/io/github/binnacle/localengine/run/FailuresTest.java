package io.github.binnacle.localengine.run;

import static io.github.binnacle.localengine.run.EngineFixture.output;
import static io.github.binnacle.localengine.run.EngineFixture.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.localengine.supervisor.ProcessEnd.Reason;
import io.github.binnacle.model.run.Attempt;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.run.TaskState.Explanation;
import io.github.binnacle.model.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailuresTest {
    private static final String COMPONENTS =
            """
            work(x?: STRING) -> Output: STRING
            other(x: STRING = spare)
            exit(status?: TASK_FINAL_STATUS) -> Output: STRUCT
            """;

    private static final String ONE =
            Ir.pipeline(COMPONENTS, "dag: {tasks: {work: {componentRef: {name: comp-work}}}}");

    @TempDir Path home;
    private EngineFixture fixture;

    @BeforeEach
    void start() {
        fixture = new EngineFixture(home);
        fixture.processes.on(
                "exit", task -> task.returns("Output", task.input("status")).succeed());
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private Explanation explanation(RunSnapshot run, String path) {
        assertThat(run.run().state()).isEqualTo(RunState.FAILED);
        assertThat(task(run, path).state()).isInstanceOf(TaskState.Failed.class);
        return ((TaskState.Failed) task(run, path).state()).explanation();
    }

    @Test
    void namesTheUsersLineOfAPythonError() throws Exception {
        fixture.processes.on(
                "work",
                task -> {
                    task.prints(
                            """
                            working
                            Traceback (most recent call last):
                              File "/env/lib/python3.11/site-packages/kfp/dsl/executor_main.py", line 109, in <module>
                                executor_main()
                              File "/x/ephemeral_component.py", line 12, in train
                                raise ValueError("no rows")
                            ValueError: no rows
                            """);
                    return FakeProcesses.exit(1);
                });

        var run = fixture.run(ONE);

        var explanation = explanation(run, "work");
        assertThat(explanation.exitCode()).isEqualTo(1);
        assertThat(explanation.sentence())
                .startsWith("Python raised ValueError: no rows (line 12, in train; exit code 1).");
        assertThat(run.run().problem()).startsWith("The step \"work\" in it failed. Python raised");
    }

    @Test
    void saysThatTheOutputsAreNoJson() throws Exception {
        fixture.processes.on(
                "work",
                task -> {
                    Files.writeString(
                            task.folder().resolveSibling("executor_output.json"),
                            "{\"parameterValues\": {\"Output\": Infinity}}");
                    return FakeProcesses.exit(0);
                });

        var run = fixture.run(ONE);

        assertThat(explanation(run, "work").sentence())
                .contains("Non-standard token 'Infinity' (line 1, column 40)")
                .doesNotContain("document.syntax", "JsonReadFeature");
    }

    @Test
    void namesAMissingPackage() throws Exception {
        fixture.processes.on(
                "work",
                task -> {
                    task.prints(
                            """
                            Traceback (most recent call last):
                              File "/x/ephemeral_component.py", line 3, in train
                                import pandas
                            ModuleNotFoundError: No module named 'pandas'
                            """);
                    return FakeProcesses.exit(1);
                });

        var run = fixture.run(ONE);

        assertThat(explanation(run, "work").code()).isEqualTo("run.missing-package");
        assertThat(explanation(run, "work").sentence()).contains("no module \"pandas\"");
    }

    @Test
    void tellsTimeLimitsMemoryLimitsAndExitCodesApart() throws Exception {
        fixture.processes.on("work", task -> FakeProcesses.end(Reason.TIMEOUT, 0));
        var late = fixture.run(ONE);
        fixture.processes.on("work", task -> FakeProcesses.end(Reason.MEMORY, 0));
        var big = fixture.run(ONE);
        fixture.processes.on(
                "work",
                task -> {
                    task.prints("disk on fire\n");
                    return FakeProcesses.exit(7);
                });
        var odd = fixture.run(ONE);

        assertThat(explanation(late, "work").sentence()).contains("longer than the 7 s it may");
        assertThat(explanation(big, "work").code()).isEqualTo("run.out-of-memory");
        assertThat(explanation(odd, "work").sentence())
                .isEqualTo("It ended with exit code 7. The last line of its log: disk on fire");
    }

    @Test
    void failsATaskThatDoesNotWriteADeclaredParameter() throws Exception {
        var run = fixture.run(ONE);

        assertThat(explanation(run, "work").sentence())
                .startsWith("It declares the output \"Output\" and did not write it.");
    }

    @Test
    void failsATaskWhoseEnvironmentCannotBeMade() throws Exception {
        fixture.environments.failure = "There is no package numpi. Correct its name.";

        var run = fixture.run(ONE);

        assertThat(explanation(run, "work").sentence())
                .isEqualTo(
                        "Its Python environment cannot be made. There is no package numpi. Correct"
                                + " its name.");
    }

    @Test
    void goesOnWithWhatDoesNotNeedTheFailedTask() throws Exception {
        String pipeline =
                Ir.pipeline(
                        COMPONENTS,
                        """
                        dag:
                          tasks:
                            work: {componentRef: {name: comp-work}}
                            free: {componentRef: {name: comp-other}}
                            needs: {componentRef: {name: comp-other}, dependentTasks: [work]}
                        """);
        fixture.processes.on("work", task -> FakeProcesses.exit(1));

        var run = fixture.run(pipeline);

        assertThat(run.run().state()).isEqualTo(RunState.FAILED);
        assertThat(task(run, "free").state()).isEqualTo(new TaskState.Succeeded());
        assertThat(task(run, "needs").state())
                .isEqualTo(
                        new TaskState.Skipped(
                                "It needs \"work\", which did not succeed. Correct that step, then"
                                        + " resume the run."));
    }

    @Test
    void runsATaskThatIgnoresItsUpstreamsFailureWithDefaults() throws Exception {
        String pipeline =
                Ir.pipeline(
                        COMPONENTS,
                        """
                        dag:
                          tasks:
                            work: {componentRef: {name: comp-work}}
                            other:
                              componentRef: {name: comp-other}
                              inputs: {parameters: {x: {taskOutputParameter: {producerTask: work, outputParameterKey: Output}}}}
                              triggerPolicy: {strategy: ALL_UPSTREAM_TASKS_COMPLETED}
                        """);
        fixture.processes.on("work", task -> FakeProcesses.exit(1));
        var seen = new AtomicReference<Value>();
        fixture.processes.on(
                "other",
                task -> {
                    seen.set(task.input("x"));
                    return task.succeed();
                });

        var run = fixture.run(pipeline);

        assertThat(run.run().state()).isEqualTo(RunState.FAILED);
        assertThat(seen).hasValue(Value.of("spare"));
        assertThat(task(run, "other").state()).isEqualTo(new TaskState.Succeeded());
    }

    private static String withExitHandler() {
        return Ir.pipeline(
                COMPONENTS,
                """
                comp-exit-handler-1:
                  dag: {tasks: {work: {componentRef: {name: comp-work}}, free: {componentRef: {name: comp-other}}}}
                """,
                """
                dag:
                  tasks:
                    exit-handler-1: {componentRef: {name: comp-exit-handler-1}}
                    exit:
                      componentRef: {name: comp-exit}
                      dependentTasks: [exit-handler-1]
                      inputs: {parameters: {status: {taskFinalStatus: {producerTask: exit-handler-1}}}}
                      triggerPolicy: {strategy: ALL_UPSTREAM_TASKS_COMPLETED}
                """);
    }

    @Test
    void runsTheExitHandlerAfterAFailureAndTheRunHasFailed() throws Exception {
        fixture.processes.on("work", task -> FakeProcesses.exit(1));

        var run = fixture.run(withExitHandler());

        assertThat(run.run().state()).isEqualTo(RunState.FAILED);
        assertThat(task(run, "exit").state()).isEqualTo(new TaskState.Succeeded());
        var status = ((Value.Struct) output(run, "exit", "Output")).fields();
        assertThat(status)
                .containsEntry("state", Value.of("FAILED"))
                .containsEntry("pipelineTaskName", Value.of("exit-handler-1"));
        assertThat(((Value.Struct) status.get("error")).field("message")).isPresent();
    }

    @Test
    void tellsTheExitHandlerOfSuccess() throws Exception {
        fixture.processes.on("work", task -> task.returns("Output", Value.of("done")).succeed());

        var run = fixture.run(withExitHandler());

        assertThat(run.run().state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(((Value.Struct) output(run, "exit", "Output")).fields())
                .containsEntry("state", Value.of("COMPLETE"))
                .containsEntry("error", Value.Struct.EMPTY);
    }

    @Test
    void startsNoExitHandlerDuringCancellation() throws Exception {
        fixture.processes.on("work", FakeTask::awaitCancel);
        var id = fixture.start(withExitHandler(), Map.of());
        fixture.await(
                id,
                run ->
                        run.task(TaskPath.of("exit-handler-1/work"))
                                .filter(task -> task.state() instanceof TaskState.Running)
                                .isPresent());

        fixture.engine().cancel(id);
        var run = fixture.await(id);

        assertThat(run.run().state()).isEqualTo(RunState.CANCELED);
        assertThat(task(run, "exit-handler-1/work").state()).isEqualTo(new TaskState.Canceled());
        assertThat(run.task(TaskPath.of("exit"))).isEmpty();
    }

    @Test
    void triesAgainWithBackoffEachTimeInANewFolder() throws Exception {
        String pipeline =
                Ir.pipeline(
                        COMPONENTS,
                        """
                        dag:
                          tasks:
                            work:
                              componentRef: {name: comp-work}
                              retryPolicy: {maxRetryCount: 3, backoffDuration: 10s, backoffFactor: 3, backoffMaxDuration: 40s}
                        """);
        var tries = new AtomicInteger();
        fixture.processes.on(
                "work",
                task ->
                        tries.incrementAndGet() < 4
                                ? FakeProcesses.exit(1)
                                : task.returns("Output", Value.of("at last")).succeed());

        var run = fixture.run(pipeline);

        assertThat(run.run().state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(task(run, "work").attempts())
                .hasSize(4)
                .extracting(Attempt::folder)
                .doesNotHaveDuplicates();
        assertThat(task(run, "work").attempts().getFirst().state())
                .isInstanceOf(TaskState.Failed.class);
        assertThat(fixture.pauses)
                .containsExactly(
                        Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(40));
    }
}
