package io.github.binnacle.localengine.run;

import static io.github.binnacle.localengine.run.EngineFixture.output;
import static io.github.binnacle.localengine.run.EngineFixture.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.run.RunRequest.RunOptions;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
    @TempDir Path home;
    private EngineFixture fixture;

    @BeforeEach
    void start() {
        fixture = new EngineFixture(home);
        fixture.processes.on("echo", task -> task.returns("Output", task.input("x")).succeed());
        fixture.processes.on(
                "seen", task -> task.returns("Output", Value.of(task.inputs())).succeed());
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void keepsIntegersInListsAndStructsIntegers() throws Exception {
        String pipeline =
                Ir.pipeline(
                        "echo(x: STRUCT) -> Output: STRUCT",
                        """
                        dag:
                          tasks:
                            first:
                              componentRef: {name: comp-echo}
                              inputs: {parameters: {x: {runtimeValue: {constant: {a: 4, b: [1, 2.5]}}}}}
                            second:
                              componentRef: {name: comp-echo}
                              inputs: {parameters: {x: {taskOutputParameter: {producerTask: first, outputParameterKey: Output}}}}
                        """);

        var run = fixture.run(pipeline);

        assertThat(run.run().state()).isEqualTo(RunState.SUCCEEDED);
        Path input = home.resolve("runs/" + run.run().id() + "/second/1/executor_input.json");
        assertThat(input).content().contains("\"x\":{\"a\":4,\"b\":[1,2.5]}");
    }

    @Test
    void fillsConstantsFromTheTasksOtherInputs() throws Exception {
        String pipeline =
                Ir.pipeline(
                        "echo(x: STRING) -> Output: STRING",
                        """
                        inputDefinitions: {parameters: {who: {parameterType: STRING, defaultValue: you}, n: {parameterType: NUMBER_INTEGER, defaultValue: 6}}}
                        dag:
                          tasks:
                            hello:
                              componentRef: {name: comp-echo}
                              inputs:
                                parameters:
                                  x: {runtimeValue: {constant: "hi {{$.inputs.parameters['pipelinechannel--who']}} {{$.inputs.parameters['pipelinechannel--n']}} in {{$.pipeline_job_uuid}}"}}
                                  pipelinechannel--who: {componentInputParameter: who}
                                  pipelinechannel--n: {componentInputParameter: n}
                        """);

        var run = fixture.run(pipeline, Map.of("who", Value.of("all")));

        assertThat(output(run, "hello", "Output"))
                .isEqualTo(Value.of("hi all 6 in " + run.run().id()));
    }

    @Test
    void takesPartsOfValuesBySelectors() throws Exception {
        String pipeline =
                Ir.pipeline(
                        "echo(x: STRING) -> Output: STRING",
                        """
                        dag:
                          tasks:
                            part:
                              componentRef: {name: comp-echo}
                              inputs:
                                parameters:
                                  x:
                                    runtimeValue: {constant: {a: {b: deep}}}
                                    parameterExpressionSelector: parseJson(string_value)["a"]["b"]
                        """);

        var run = fixture.run(pipeline);

        assertThat(output(run, "part", "Output")).isEqualTo(Value.of("deep"));
    }

    @Test
    void usesDefaultsForWhatIsLeftOutAndLeavesNullsOfOptionalInputsOut() throws Exception {
        String pipeline =
                Ir.pipeline(
                        "seen(a?: STRING = one, b?: STRING, c?: NUMBER_INTEGER) -> Output: STRUCT",
                        """
                        inputDefinitions: {parameters: {b: {parameterType: STRING, isOptional: true}}}
                        dag:
                          tasks:
                            seen:
                              componentRef: {name: comp-seen}
                              inputs: {parameters: {b: {componentInputParameter: b}, c: {runtimeValue: {constant: 5}}}}
                        """);

        var run = fixture.run(pipeline);

        assertThat(output(run, "seen", "Output"))
                .isEqualTo(Value.of(Map.of("a", Value.of("one"), "c", Value.of(5))));
        assertThat(task(run, "seen").inputs().parameters()).isEqualTo(Map.of("c", Value.of(5)));
    }

    @Test
    void convertsToDeclaredTypesBothWays() throws Exception {
        String pipeline =
                Ir.pipeline(
                        "seen(s: STRING, i: NUMBER_INTEGER, d: NUMBER_DOUBLE, t: BOOLEAN, l: LIST) -> Output: STRUCT",
                        """
                        inputDefinitions: {parameters: {all: {parameterType: STRUCT, defaultValue: {s: {b: [1]}, i: "7", d: "1.5", t: "True", l: "[1, 2]"}}}}
                        dag:
                          tasks:
                            seen:
                              componentRef: {name: comp-seen}
                              inputs:
                                parameters:
                                  s: {componentInputParameter: all, parameterExpressionSelector: 'parseJson(string_value)["s"]'}
                                  i: {componentInputParameter: all, parameterExpressionSelector: 'parseJson(string_value)["i"]'}
                                  d: {componentInputParameter: all, parameterExpressionSelector: 'parseJson(string_value)["d"]'}
                                  t: {componentInputParameter: all, parameterExpressionSelector: 'parseJson(string_value)["t"]'}
                                  l: {componentInputParameter: all, parameterExpressionSelector: 'parseJson(string_value)["l"]'}
                        """);

        var run = fixture.run(pipeline);

        assertThat(output(run, "seen", "Output"))
                .isEqualTo(
                        Value.of(
                                Map.of(
                                        "s", Value.of("{\"b\":[1]}"),
                                        "i", Value.of(7),
                                        "d", Value.of(1.5),
                                        "t", Value.of(true),
                                        "l", Value.of(List.of(Value.of(1), Value.of(2))))));
    }

    @Test
    void failsATaskWhoseInputIsOfAnotherType() throws Exception {
        String pipeline =
                Ir.pipeline(
                        "echo(x: NUMBER_INTEGER) -> Output: NUMBER_INTEGER",
                        """
                        inputDefinitions: {parameters: {all: {parameterType: STRUCT, defaultValue: {n: many}}}}
                        dag:
                          tasks:
                            echo:
                              componentRef: {name: comp-echo}
                              inputs: {parameters: {x: {componentInputParameter: all, parameterExpressionSelector: 'parseJson(string_value)["n"]'}}}
                        """);

        var run = fixture.run(pipeline);

        assertThat(task(run, "echo").state())
                .isInstanceOfSatisfying(
                        TaskState.Failed.class,
                        failed ->
                                assertThat(failed.explanation().sentence())
                                        .isEqualTo(
                                                "The input \"x\" must be a NUMBER_INTEGER, and is"
                                                        + " \"many\". Give it a value of that type."));
    }

    @Test
    void refusesWrongParametersOfTheRunBeforeItStarts() {
        String pipeline =
                Ir.pipeline(
                        "echo(x: STRING) -> Output: STRING",
                        """
                        inputDefinitions: {parameters: {who: {parameterType: NUMBER_INTEGER, literals: [1, 2]}, must: {parameterType: STRING}}}
                        dag:
                          tasks:
                            echo:
                              componentRef: {name: comp-echo}
                              inputs: {parameters: {x: {componentInputParameter: must}}}
                        """);

        var outcome =
                fixture.submit(
                        pipeline,
                        Map.of("who", Value.of(3), "whom", Value.of("x")),
                        new RunOptions(true, true, false));

        assertThat(EngineFixture.refusals(outcome))
                .containsExactlyInAnyOrder(
                        "The input \"who\" is 3, and only these values are allowed: [1,2]. Choose"
                                + " one of them.",
                        "The parameter \"must\" (STRING) has no value and no default. Give it one:"
                                + " -p must=VALUE.",
                        "The pipeline has no parameter \"whom\". Its parameters: who, must.");
    }

    @Test
    void passesParametersOfMegabytes() throws Exception {
        String pipeline =
                Ir.pipeline(
                        "echo(x: STRING) -> Output: STRING",
                        """
                        inputDefinitions: {parameters: {big: {parameterType: STRING}}}
                        dag:
                          tasks:
                            echo:
                              componentRef: {name: comp-echo}
                              inputs: {parameters: {x: {componentInputParameter: big}}}
                        """);
        Value big = Value.of("x".repeat(3_000_000));

        var run = fixture.run(pipeline, Map.of("big", big));

        assertThat(output(run, "echo", "Output")).isEqualTo(big);
    }
}
