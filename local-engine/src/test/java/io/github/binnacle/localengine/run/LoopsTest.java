package io.github.binnacle.localengine.run;

import static io.github.binnacle.localengine.run.EngineFixture.output;
import static io.github.binnacle.localengine.run.EngineFixture.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoopsTest {
    private static final String COMPONENTS =
            """
            double(n: NUMBER_INTEGER) -> Output: NUMBER_INTEGER
            sum(numbers: LIST) -> Output: LIST
            items() -> Output: LIST
            write(n: NUMBER_INTEGER) -> file: @Dataset
            count(files: @@Dataset) -> Output: NUMBER_INTEGER
            name(file: @Dataset) -> Output: STRING
            """;

    private static final String LOOP_BODY =
            """
            comp-for-loop-1:
              dag:
                outputs: {parameters: {doubled: {valueFromParameter: {producerSubtask: double, outputParameterKey: Output}}}}
                tasks: {double: {componentRef: {name: comp-double}, inputs: {parameters: {n: {componentInputParameter: item}}}}}
              inputDefinitions: {parameters: {item: {parameterType: NUMBER_INTEGER}, list: {parameterType: LIST, isOptional: true}}}
              outputDefinitions: {parameters: {doubled: {parameterType: NUMBER_INTEGER}}}
            """;

    private static final String COLLECT =
            """
                sum:
                  componentRef: {name: comp-sum}
                  dependentTasks: [for-loop-1]
                  inputs: {parameters: {numbers: {taskOutputParameter: {producerTask: for-loop-1, outputParameterKey: doubled}}}}
            """;

    @TempDir Path home;
    private EngineFixture fixture;

    @BeforeEach
    void start() {
        fixture = new EngineFixture(home);
        fixture.processes.on(
                "double",
                task -> {
                    var number = (Value.Num) task.input("n");
                    return task.returns("Output", Value.of(2 * number.value().longValueExact()))
                            .succeed();
                });
        fixture.processes.on(
                "sum", task -> task.returns("Output", task.input("numbers")).succeed());
        fixture.processes.on("items", task -> task.returns("Output", list(1, 2)).succeed());
        fixture.processes.on(
                "write",
                task -> {
                    Files.writeString(task.outputArtifact("file"), task.input("n").toString());
                    return task.succeed();
                });
        fixture.processes.on(
                "count",
                task ->
                        task.returns("Output", Value.of(task.artifactUris("files").size()))
                                .succeed());
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static Value list(long... numbers) {
        return Value.of(java.util.Arrays.stream(numbers).mapToObj(Value::of).toList());
    }

    private static String loop(String iterator, String inputs, String others) {
        return Ir.pipeline(
                COMPONENTS,
                LOOP_BODY,
                """
                inputDefinitions: {parameters: {given: {parameterType: LIST, defaultValue: [5, 6]}}}
                dag:
                  tasks:
                    for-loop-1:
                      componentRef: {name: comp-for-loop-1}
                      %s
                      inputs: {parameters: {%s}}
                """
                                .formatted(iterator, inputs)
                        + others
                        + COLLECT);
    }

    @Test
    void collectsIntegersOverARawListInOrder() throws Exception {
        var run =
                fixture.run(
                        loop(
                                "parameterIterator: {items: {raw: '[3, 1, 2]'}, itemInput: item}",
                                "",
                                ""));

        assertThat(output(run, "sum", "Output")).isEqualTo(list(6, 2, 4));
        assertThat(task(run, "for-loop-1").iterationCount()).isEqualTo(3);
        assertThat(output(run, "for-loop-1[1]/double", "Output")).isEqualTo(Value.of(2));
    }

    @Test
    void loopsOverAParameterOfTheRun() throws Exception {
        var run =
                fixture.run(
                        loop(
                                "parameterIterator: {items: {inputParameter: list}, itemInput: item}",
                                "list: {componentInputParameter: given}",
                                ""));

        assertThat(output(run, "sum", "Output")).isEqualTo(list(10, 12));
    }

    @Test
    void loopsOverATaskOutputAtTheRoot() throws Exception {
        var run =
                fixture.run(
                        loop(
                                "parameterIterator: {items: {inputParameter: list}, itemInput: item}",
                                "list: {taskOutputParameter: {producerTask: items, outputParameterKey: Output}}",
                                "    items: {componentRef: {name: comp-items}}\n"));

        assertThat(output(run, "sum", "Output")).isEqualTo(list(2, 4));
    }

    @Test
    void runsNoIterationOfAnEmptyListAndCollectsNothing() throws Exception {
        var run =
                fixture.run(
                        loop("parameterIterator: {items: {raw: '[]'}, itemInput: item}", "", ""));

        assertThat(run.run().state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(output(run, "sum", "Output")).isEqualTo(list());
    }

    @Test
    void failsALoopOverTextThatIsNoList() throws Exception {
        String pipeline =
                loop(
                                "parameterIterator: {items: {inputParameter: text}, itemInput: item}",
                                "text: {componentInputParameter: given}",
                                "")
                        .replace(
                                "parameterType: LIST, defaultValue: [5, 6]",
                                "parameterType: STRING")
                        .replace("list: {parameterType: LIST", "text: {parameterType: STRING");

        var run = fixture.run(pipeline, Map.of("given", Value.of("{\"a\": 1}")));

        assertThat(run.run().state()).isEqualTo(RunState.FAILED);
        assertThat(run.run().problem()).contains("\"text\" is no list to loop over but {\"a\": 1}");
    }

    @Test
    void runsIterationsInStrictOrderWhenLimitedToOne() throws Exception {
        var order = new CopyOnWriteArrayList<Value>();
        fixture.processes.on(
                "double",
                task -> {
                    order.add(task.input("n"));
                    return task.returns("Output", Value.of(0)).succeed();
                });

        fixture.run(
                loop(
                        "parameterIterator: {items: {raw: '[3, 1, 2, 9]'}, itemInput: item}\n"
                                + "      iteratorPolicy: {parallelismLimit: 1}",
                        "",
                        ""));

        assertThat(order).containsExactly(Value.of(3), Value.of(1), Value.of(2), Value.of(9));
        assertThat(fixture.processes.mostRunning).hasValue(1);
    }

    @Test
    void finishesTheOtherIterationsWhenOneFails() throws Exception {
        fixture.processes.on(
                "double",
                task ->
                        task.input("n").equals(Value.of(1))
                                ? FakeProcesses.exit(3)
                                : task.returns("Output", Value.of(0)).succeed());

        var run =
                fixture.run(
                        loop(
                                "parameterIterator: {items: {raw: '[1, 2]'}, itemInput: item}",
                                "",
                                ""));

        assertThat(run.run().state()).isEqualTo(RunState.FAILED);
        assertThat(task(run, "for-loop-1[1]/double").state()).isEqualTo(new TaskState.Succeeded());
        assertThat(task(run, "for-loop-1").state()).isInstanceOf(TaskState.Failed.class);
        assertThat(task(run, "sum").state()).isInstanceOf(TaskState.Skipped.class);
    }

    @Test
    void leavesIterationsWithAnUntriggeredBranchOutOfTheCollection() throws Exception {
        String pipeline =
                Ir.pipeline(
                        COMPONENTS,
                        """
                        comp-condition-2:
                          dag:
                            outputs: {parameters: {doubled: {valueFromParameter: {producerSubtask: double, outputParameterKey: Output}}}}
                            tasks: {double: {componentRef: {name: comp-double}, inputs: {parameters: {n: {componentInputParameter: n}}}}}
                          inputDefinitions: {parameters: {n: {parameterType: NUMBER_INTEGER}}}
                          outputDefinitions: {parameters: {doubled: {parameterType: NUMBER_INTEGER}}}
                        comp-for-loop-1:
                          dag:
                            outputs: {parameters: {doubled: {valueFromParameter: {producerSubtask: condition-2, outputParameterKey: doubled}}}}
                            tasks:
                              condition-2:
                                componentRef: {name: comp-condition-2}
                                inputs: {parameters: {n: {componentInputParameter: item}}}
                                triggerPolicy: {condition: "int(inputs.parameter_values['n']) != 2"}
                          inputDefinitions: {parameters: {item: {parameterType: NUMBER_INTEGER}}}
                          outputDefinitions: {parameters: {doubled: {parameterType: NUMBER_INTEGER}}}
                        """,
                        """
                        dag:
                          tasks:
                            for-loop-1:
                              componentRef: {name: comp-for-loop-1}
                              parameterIterator: {items: {raw: '[1, 2, 3]'}, itemInput: item}
                        """
                                + COLLECT);

        var run = fixture.run(pipeline);

        assertThat(run.run().state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(output(run, "sum", "Output")).isEqualTo(list(2, 6));
    }

    @Test
    void collectsLoopsInLoopsLevelByLevel() throws Exception {
        String pipeline =
                Ir.pipeline(
                        COMPONENTS,
                        LOOP_BODY
                                + """
                                comp-for-loop-2:
                                  dag:
                                    outputs: {parameters: {inner: {valueFromParameter: {producerSubtask: for-loop-1, outputParameterKey: doubled}}}}
                                    tasks:
                                      for-loop-1:
                                        componentRef: {name: comp-for-loop-1}
                                        parameterIterator: {items: {inputParameter: list}, itemInput: item}
                                        inputs: {parameters: {list: {componentInputParameter: row}}}
                                  inputDefinitions: {parameters: {row: {parameterType: LIST}}}
                                  outputDefinitions: {parameters: {inner: {parameterType: LIST}}}
                                """,
                        """
                        dag:
                          tasks:
                            for-loop-2:
                              componentRef: {name: comp-for-loop-2}
                              parameterIterator: {items: {raw: '[[1, 2], [], [3]]'}, itemInput: row}
                            sum:
                              componentRef: {name: comp-sum}
                              inputs: {parameters: {numbers: {taskOutputParameter: {producerTask: for-loop-2, outputParameterKey: inner}}}}
                        """);

        var run = fixture.run(pipeline);

        assertThat(output(run, "sum", "Output"))
                .isEqualTo(Value.of(List.of(list(2, 4), list(), list(6))));
    }

    @Test
    void loopsOverCollectedArtifacts() throws Exception {
        String pipeline =
                Ir.pipeline(
                        COMPONENTS,
                        """
                        comp-for-loop-1:
                          dag:
                            outputs: {artifacts: {files: {artifactSelectors: [{producerSubtask: write, outputArtifactKey: file}]}}}
                            tasks: {write: {componentRef: {name: comp-write}, inputs: {parameters: {n: {componentInputParameter: item}}}}}
                          inputDefinitions: {parameters: {item: {parameterType: NUMBER_INTEGER}}}
                          outputDefinitions: {artifacts: {files: {artifactType: {schemaTitle: system.Dataset}, isArtifactList: true}}}
                        comp-for-loop-2:
                          dag:
                            outputs: {parameters: {names: {valueFromParameter: {producerSubtask: name, outputParameterKey: Output}}}}
                            tasks: {name: {componentRef: {name: comp-name}, inputs: {artifacts: {file: {componentInputArtifact: item}}}}}
                          inputDefinitions: {artifacts: {item: {artifactType: {schemaTitle: system.Dataset}}, list: {artifactType: {schemaTitle: system.Dataset}, isArtifactList: true}}}
                          outputDefinitions: {parameters: {names: {parameterType: STRING}}}
                        """,
                        """
                        dag:
                          tasks:
                            for-loop-1:
                              componentRef: {name: comp-for-loop-1}
                              parameterIterator: {items: {raw: '[1, 2]'}, itemInput: item}
                            for-loop-2:
                              componentRef: {name: comp-for-loop-2}
                              artifactIterator: {items: {inputArtifact: list}, itemInput: item}
                              inputs: {artifacts: {list: {taskOutputArtifact: {producerTask: for-loop-1, outputArtifactKey: files}}}}
                            count:
                              componentRef: {name: comp-count}
                              inputs: {artifacts: {files: {taskOutputArtifact: {producerTask: for-loop-1, outputArtifactKey: files}}}}
                        """);
        fixture.processes.on(
                "name",
                task -> {
                    Path file = Path.of(task.artifactUris("file").getFirst());
                    return task.returns("Output", Value.of(Files.readString(file))).succeed();
                });

        var run = fixture.run(pipeline);

        assertThat(run.run().state()).as(run.run().problem()).isEqualTo(RunState.SUCCEEDED);
        assertThat(output(run, "count", "Output")).isEqualTo(Value.of(2));
        assertThat(output(run, "for-loop-2", "names"))
                .isEqualTo(
                        Value.of(
                                List.of(
                                        Value.of(Value.of(1).toString()),
                                        Value.of(Value.of(2).toString()))));
    }
}
