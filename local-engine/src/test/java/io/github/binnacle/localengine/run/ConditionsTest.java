package io.github.binnacle.localengine.run;

import static io.github.binnacle.localengine.run.EngineFixture.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.value.Value;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConditionsTest {
    private static final String COMPONENTS =
            """
            value() -> Output: NUMBER_DOUBLE
            say(x?: STRING = hi) -> Output: STRING, out: @Artifact
            """;

    @TempDir Path home;
    private EngineFixture fixture;

    @BeforeEach
    void start() {
        fixture = new EngineFixture(home);
        fixture.processes.on("value", task -> task.returns("Output", Value.of(0.5)).succeed());
        fixture.processes.on("say", task -> task.returns("Output", task.input("x")).succeed());
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static String conditional(String condition) {
        return Ir.pipeline(
                COMPONENTS,
                """
                comp-condition-1:
                  dag: {tasks: {say: {componentRef: {name: comp-say}}}}
                  inputDefinitions: {parameters: {v: {parameterType: NUMBER_DOUBLE}}}
                """,
                """
                dag:
                  tasks:
                    value: {componentRef: {name: comp-value}}
                    condition-1:
                      componentRef: {name: comp-condition-1}
                      dependentTasks: [value]
                      inputs: {parameters: {v: {taskOutputParameter: {producerTask: value, outputParameterKey: Output}}}}
                      triggerPolicy: {condition: "%s"}
                    after:
                      componentRef: {name: comp-say}
                      dependentTasks: [condition-1]
                """
                        .formatted(condition));
    }

    @Test
    void runsTheBranchOfAFloatAboveAnInteger() throws Exception {
        var run = fixture.run(conditional("inputs.parameter_values['v'] > -1"));

        assertThat(task(run, "condition-1/say").state()).isEqualTo(new TaskState.Succeeded());
        assertThat(task(run, "after").state()).isEqualTo(new TaskState.Succeeded());
    }

    @Test
    void skipsAFalseBranchAndWhatNeedsItAndSaysTheValues() throws Exception {
        var run = fixture.run(conditional("inputs.parameter_values['v'] > 1"));

        assertThat(run.run().state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(task(run, "condition-1").state())
                .isEqualTo(
                        new TaskState.Skipped(
                                "Its condition is false: inputs.parameter_values['v'] > 1, with"
                                        + " v = 0.5."));
        assertThat(run.task(TaskPath.of("condition-1/say"))).isEmpty();
        assertThat(task(run, "after").state())
                .isEqualTo(new TaskState.Skipped("It needs \"condition-1\", which did not run."));
    }

    @Test
    void failsATaskWhoseConditionIsNeitherTrueNorFalse() throws Exception {
        var run = fixture.run(conditional("inputs.parameter_values['v']"));

        assertThat(run.run().state()).isEqualTo(RunState.FAILED);
        assertThat(task(run, "condition-1").state()).isInstanceOf(TaskState.Failed.class);
    }

    private static String branches(String first, String second) {
        return Ir.pipeline(
                COMPONENTS,
                """
                comp-condition-2:
                  dag:
                    outputs:
                      parameters: {o: {valueFromParameter: {producerSubtask: say, outputParameterKey: Output}}}
                      artifacts: {a: {artifactSelectors: [{producerSubtask: say, outputArtifactKey: out}]}}
                    tasks: {say: {componentRef: {name: comp-say}, inputs: {parameters: {x: {runtimeValue: {constant: two}}}}}}
                  outputDefinitions: {parameters: {o: {parameterType: STRING}}, artifacts: {a: {artifactType: {schemaTitle: system.Artifact}}}}
                comp-condition-3:
                  dag:
                    outputs:
                      parameters: {o: {valueFromParameter: {producerSubtask: say, outputParameterKey: Output}}}
                      artifacts: {a: {artifactSelectors: [{producerSubtask: say, outputArtifactKey: out}]}}
                    tasks: {say: {componentRef: {name: comp-say}, inputs: {parameters: {x: {runtimeValue: {constant: three}}}}}}
                  outputDefinitions: {parameters: {o: {parameterType: STRING}}, artifacts: {a: {artifactType: {schemaTitle: system.Artifact}}}}
                comp-condition-branches-1:
                  dag:
                    outputs:
                      parameters:
                        o:
                          valueFromOneof:
                            parameterSelectors:
                            - {producerSubtask: condition-2, outputParameterKey: o}
                            - {producerSubtask: condition-3, outputParameterKey: o}
                      artifacts:
                        a:
                          artifactSelectors:
                          - {producerSubtask: condition-2, outputArtifactKey: a}
                          - {producerSubtask: condition-3, outputArtifactKey: a}
                    tasks:
                      condition-2: {componentRef: {name: comp-condition-2}, triggerPolicy: {condition: "%s"}}
                      condition-3: {componentRef: {name: comp-condition-3}, triggerPolicy: {condition: "%s"}}
                  outputDefinitions: {parameters: {o: {parameterType: STRING}}, artifacts: {a: {artifactType: {schemaTitle: system.Artifact}}}}
                """
                        .formatted(first, second),
                """
                dag:
                  outputs: {parameters: {chosen: {valueFromParameter: {producerSubtask: condition-branches-1, outputParameterKey: o}}}}
                  tasks: {condition-branches-1: {componentRef: {name: comp-condition-branches-1}}}
                outputDefinitions: {parameters: {chosen: {parameterType: STRING}}}
                """);
    }

    @Test
    void takesTheOutputsOfTheOneBranchThatRan() throws Exception {
        fixture.processes.on(
                "say",
                task -> {
                    java.nio.file.Files.writeString(task.outputArtifact("out"), "written");
                    return task.returns("Output", task.input("x")).succeed();
                });

        var run = fixture.run(branches("1 == 2", "1 == 1"));

        assertThat(run.run().outputs().parameters()).isEqualTo(Map.of("chosen", Value.of("three")));
        assertThat(task(run, "condition-branches-1").outputs().artifacts().get("a"))
                .singleElement()
                .satisfies(artifact -> assertThat(Path.of(artifact.uri())).hasContent("written"));
    }

    @Test
    void failsWhenNoBranchOrSeveralRan() throws Exception {
        var none = fixture.run(branches("1 == 2", "1 == 2"));
        var both = fixture.run(branches("1 == 1", "1 == 1"));

        assertThat(none.run().state()).isEqualTo(RunState.FAILED);
        assertThat(none.run().problem()).contains("and none did");
        assertThat(both.run().state()).isEqualTo(RunState.FAILED);
        assertThat(both.run().problem()).contains("and 2 did");
    }
}
