package io.github.binnacle.model.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.Corpus;
import io.github.binnacle.model.address.Address.DocumentAddress;
import io.github.binnacle.model.address.Address.PortAddress;
import io.github.binnacle.model.address.Address.TaskAddress;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineValidatorTest {
    private static final String SOUND =
            """
            pipelineInfo: {name: sound}
            schemaVersion: 2.1.0
            components:
              comp-make:
                executorLabel: exec-make
                inputDefinitions:
                  parameters:
                    text: {parameterType: STRING}
                    times: {parameterType: NUMBER_INTEGER, defaultValue: 2.0, isOptional: true}
                    mode: {parameterType: STRING, defaultValue: fast, literals: [fast, slow]}
                outputDefinitions:
                  parameters: {items: {parameterType: LIST}, count: {parameterType: NUMBER_INTEGER}}
                  artifacts: {data: {artifactType: {schemaTitle: system.Dataset}}}
              comp-use:
                executorLabel: exec-use
                inputDefinitions:
                  parameters: {item: {parameterType: STRING}}
                outputDefinitions:
                  artifacts: {model: {artifactType: {schemaTitle: system.Model}}}
              comp-loop:
                inputDefinitions:
                  parameters:
                    list: {parameterType: LIST}
                    each: {parameterType: STRING}
                outputDefinitions:
                  artifacts: {models: {artifactType: {schemaTitle: system.Model}, isArtifactList: true}}
                dag:
                  outputs:
                    artifacts:
                      models: {artifactSelectors: [{producerSubtask: use, outputArtifactKey: model}]}
                  tasks:
                    use:
                      componentRef: {name: comp-use}
                      inputs: {parameters: {item: {componentInputParameter: each}}}
              comp-eat:
                executorLabel: exec-eat
                inputDefinitions:
                  artifacts:
                    one: {artifactType: {schemaTitle: system.Dataset}}
                    many: {artifactType: {schemaTitle: system.Model}, isArtifactList: true}
                  parameters: {n: {parameterType: NUMBER_DOUBLE}}
            deploymentSpec:
              executors:
                exec-make:
                  container:
                    image: python:3.11
                    command: [run, "{{$.inputs.parameters['text']}}"]
                    args: ["{{$.outputs.parameters['count'].output_file}}"]
                    env: [{name: MODE, value: plain}]
                exec-use: {container: {image: python:3.12}}
                exec-eat: {container: {image: python:3.12}}
            root:
              inputDefinitions:
                parameters: {name: {parameterType: STRING}}
              outputDefinitions:
                parameters: {total: {parameterType: NUMBER_INTEGER}}
              dag:
                outputs:
                  parameters:
                    total: {valueFromParameter: {producerSubtask: make, outputParameterKey: count}}
                tasks:
                  make:
                    componentRef: {name: comp-make}
                    inputs:
                      parameters:
                        text: {runtimeValue: {constant: "hi {{$.inputs.parameters['who']}}"}}
                        who: {componentInputParameter: name}
                        mode: {runtimeValue: {constant: slow}}
                  loop:
                    componentRef: {name: comp-loop}
                    dependentTasks: [make]
                    inputs:
                      parameters:
                        list: {taskOutputParameter: {producerTask: make, outputParameterKey: items}}
                    parameterIterator: {items: {inputParameter: list}, itemInput: each}
                    iteratorPolicy: {parallelismLimit: 2}
                  eat:
                    componentRef: {name: comp-eat}
                    dependentTasks: [loop]
                    retryPolicy: {maxRetryCount: 0}
                    triggerPolicy: {condition: "inputs.parameter_values['n'] > 1"}
                    inputs:
                      artifacts:
                        one: {taskOutputArtifact: {producerTask: make, outputArtifactKey: data}}
                        many: {taskOutputArtifact: {producerTask: loop, outputArtifactKey: models}}
                      parameters:
                        n: {taskOutputParameter: {producerTask: make, outputParameterKey: count}}
            """;

    private static List<Problem> validate(String text) {
        return PipelineValidator.validate(Corpus.document(text));
    }

    @Test
    void findsNothingInASoundPipeline() {
        assertThat(validate(SOUND)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "3.0", "'3'", "\" 3 \""})
    void acceptsConstantsThatTheDriverConverts(String constant) {
        String text =
                broken(
                        "mode: {runtimeValue: {constant: slow}}",
                        "times: {runtimeValue: {constant: " + constant + "}}");

        assertThat(validate(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    pipeline.no-name | ERROR | pipelineInfo: {name: sound} | pipelineInfo: {}
                    pipeline.no-schema-version | WARNING | schemaVersion: 2.1.0 | sdkVersion: x
                    pipeline.schema-version | ERROR | schemaVersion: 2.1.0 | schemaVersion: 3.0.0
                    pipeline.no-implementation | ERROR | executorLabel: exec-make | singlePlatformSpecs: []
                    pipeline.unknown-executor | ERROR | executorLabel: exec-make | executorLabel: exec-mak
                    pipeline.executor-kind | ERROR | exec-use: {container: {image: python:3.12}} | exec-use: {wasm: {}}
                    pipeline.executor-not-run | WARNING | exec-use: {container: {image: python:3.12}} | exec-use: {resolver: {}}
                    pipeline.executor-not-run | WARNING | exec-use: {container: {image: python:3.12}} | exec-use: {customJob: {}}
                    pipeline.no-importer-uri | ERROR | exec-use: {container: {image: python:3.12}} | exec-use: {importer: {}}
                    pipeline.no-image | ERROR | exec-use: {container: {image: python:3.12}} | exec-use: {container: {args: [x]}}
                    pipeline.unused-executor | NOTE | exec-use: {container: {image: python:3.12}} | exec-use: {container: {image: x}} && exec-old: {container: {image: y}}
                    pipeline.duplicate-port | ERROR | parameters: {items: {parameterType: LIST}, | parameters: {items: {parameterType: LIST}, data: {parameterType: LIST},
                    pipeline.default-type | ERROR | defaultValue: 2.0 | defaultValue: two
                    pipeline.not-a-literal | ERROR | defaultValue: fast | defaultValue: quick
                    pipeline.not-a-literal | ERROR | constant: slow | constant: quick
                    pipeline.no-component | ERROR | {name: comp-use} | {}
                    pipeline.unknown-component | ERROR | {name: comp-use} | {name: comp-uses}
                    pipeline.unused-component | NOTE | {name: comp-use} | {name: comp-make}
                    pipeline.unknown-task | ERROR | dependentTasks: [loop] | dependentTasks: [lop]
                    pipeline.unknown-task | ERROR | {producerTask: make, outputParameterKey: count} | {producerTask: nobody, outputParameterKey: count}
                    pipeline.unknown-task | ERROR | {producerSubtask: make, | {producerSubtask: mak,
                    pipeline.unknown-output | ERROR | {producerTask: make, outputParameterKey: count} | {producerTask: make, outputParameterKey: cont}
                    pipeline.unknown-output | ERROR | {producerTask: make, outputArtifactKey: data} | {producerTask: make, outputArtifactKey: items}
                    pipeline.unknown-input | ERROR | {componentInputParameter: each} | {componentInputParameter: eahc}
                    pipeline.unknown-input | ERROR | {componentInputParameter: name} | {runtimeValue: {runtimeParameter: nam}}
                    pipeline.no-source | ERROR | {componentInputParameter: each} | {}
                    pipeline.unbound-input | ERROR | item: {componentInputParameter: each} | -
                    pipeline.unbound-input | ERROR | one: {taskOutputArtifact: {producerTask: make, outputArtifactKey: data}} | -
                    pipeline.undeclared-input | WARNING | mode: {runtimeValue: | mdoe: {runtimeValue:
                    pipeline.undeclared-input | NOTE | mode: {runtimeValue: | elsewhere: {runtimeValue:
                    pipeline.type-mismatch | ERROR | {producerTask: make, outputParameterKey: count} | {producerTask: make, outputParameterKey: items}
                    pipeline.type-mismatch | ERROR | one: {artifactType: {schemaTitle: system.Dataset}} | one: {artifactType: {schemaTitle: system.Model}}
                    pipeline.type-mismatch | ERROR | many: {artifactType: {schemaTitle: system.Model}, isArtifactList: true} | many: {artifactType: {schemaTitle: system.Model}}
                    pipeline.constant-type | ERROR | mode: {runtimeValue: {constant: slow}} | times: {runtimeValue: {constant: many}}
                    pipeline.output-without-source | ERROR | total: {valueFromParameter: {producerSubtask: make, outputParameterKey: count}} | -
                    pipeline.undeclared-output | WARNING | {total: {parameterType: NUMBER_INTEGER}} | {}
                    pipeline.output-type | ERROR | {total: {parameterType: NUMBER_INTEGER}} | {total: {parameterType: STRING}}
                    pipeline.cycle | ERROR | dependentTasks: [make] | dependentTasks: [make, eat]
                    pipeline.cycle | ERROR | dependentTasks: [make] | dependentTasks: [loop]
                    pipeline.never-runs | WARNING | dependentTasks: [make] | dependentTasks: [loop]
                    pipeline.recursion | ERROR | {name: comp-use} | {name: comp-loop}
                    pipeline.bad-condition | ERROR | ['n'] > 1 | ['n'] >
                    pipeline.condition-input | ERROR | ['n'] > 1 | ['m'] > 1
                    pipeline.bad-selector | ERROR | {componentInputParameter: each} | {componentInputParameter: each, parameterExpressionSelector: 'parseJson('}
                    pipeline.items-not-json | ERROR | {inputParameter: list} | {raw: '[1, '}
                    pipeline.items-not-json | ERROR | {inputParameter: list} | {raw: '{"a": 1}'}
                    pipeline.items-unknown | ERROR | {inputParameter: list} | {inputParameter: lst}
                    pipeline.items-not-list | ERROR | list: {parameterType: LIST} | list: {parameterType: BOOLEAN}
                    pipeline.item-input | ERROR | itemInput: each | itemInput: eachh
                    pipeline.limit-without-loop | WARNING | retryPolicy: {maxRetryCount: 0} | iteratorPolicy: {parallelismLimit: 3}
                    pipeline.negative-limit | ERROR | parallelismLimit: 2 | parallelismLimit: -2
                    pipeline.negative-retries | ERROR | maxRetryCount: 0 | maxRetryCount: -1
                    pipeline.retry-not-heeded | WARNING | dependentTasks: [make] | retryPolicy: {maxRetryCount: 2}
                    cluster.retry | NOTE | maxRetryCount: 0 | maxRetryCount: 2
                    pipeline.task-name | ERROR | eat: | 'e/at':
                    pipeline.duplicate-title | NOTE | dependentTasks: [loop] | taskInfo: {name: make}
                    pipeline.placeholder-name | ERROR | {{$.inputs.parameters['text']}} | {{$.inputs.parameters['txt']}}
                    pipeline.placeholder-name | ERROR | env: [ | resources: {resourceCpuLimit: "{{$.inputs.parameters['cpu']}}"} && env: [
                    pipeline.placeholder-name | ERROR | {{$.outputs.parameters['count'] | {{$.outputs.parameters['cnt']
                    pipeline.placeholder-name | ERROR | hi {{$.inputs.parameters['who']}} | hi {{$.inputs.parameters['how']}}
                    pipeline.unknown-placeholder | WARNING | {{$.inputs.parameters['text']}} | {{$.pipeline_job_nam}}
                    pipeline.unknown-placeholder | WARNING | {{$.inputs.parameters['text']}} | {{$.nothing.of.this}}
                    pipeline.placeholder-in-env | WARNING | value: plain | value: '{{$.pipeline_job_uuid}}'
                    pipeline.broken-struct-placeholder | WARNING | [run, | [run, '{"IfPresent": {"InputName": ',
                    cluster.concat | NOTE | args: [ | args: ['{"Concat": ["a"]}',
                    cluster.waits-for-exit | NOTE | dependentTasks: [make] | triggerPolicy: {strategy: ALL_UPSTREAM_TASKS_COMPLETED}
                    cluster.ignored-failure-input | NOTE | dependentTasks: [make] | triggerPolicy: {strategy: ALL_UPSTREAM_TASKS_COMPLETED}
                    cluster.root-artifact | NOTE | parameters: {name: {parameterType: STRING}} | parameters: {name: {parameterType: STRING}} && artifacts: {a: {artifactType: {schemaTitle: system.Model}}}
                    spec.spelled-twice | ERROR | dependentTasks: [loop] | dependentTasks: [loop] && dependent_tasks: [loop]
                    spec.unknown-field | WARNING | dependentTasks: [loop] | dependantTasks: [loop]
                    spec.unknown-field | NOTE | schemaVersion: 2.1.0 | schemaVersion: 2.1.0 && x-team: ml
                    """)
    void findsEachFault(String code, Severity severity, String sound, String broken) {
        String text = broken(sound, broken);

        List<Problem> problems = validate(text);

        assertThat(problems)
                .anySatisfy(problem -> {
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.severity()).isEqualTo(severity);
                    assertThat(problem.where()).isNotNull();
                    assertThat(problem.range()).isNotNull();
                    assertThat(problem.message()).isNotBlank().doesNotContain("{suggestion");
                });
    }

    /** In a broken form, {@code &&} stands for a new line, and {@code -} for nothing at all. */
    private static String broken(String sound, String broken) {
        assertThat(SOUND).contains(sound);
        int at = SOUND.indexOf(sound);
        String indent = " ".repeat(at - SOUND.lastIndexOf('\n', at) - 1);
        return SOUND.replace(
                sound, broken.equals("-") ? "" : broken.replace(" && ", "\n" + indent));
    }

    @Test
    void namesThePortAndTheLineOfAnUnboundInput() {
        String text = SOUND.replace("text: {runtimeValue", "txt: {runtimeValue");

        Problem problem =
                validate(text).stream()
                        .filter(found -> found.code().equals("pipeline.unbound-input"))
                        .findFirst()
                        .orElseThrow();

        TaskAddress make = new TaskAddress(new DocumentAddress("pipeline.yaml"), List.of("make"));
        assertThat(problem.where()).isEqualTo(new PortAddress(make, true, "text"));
        assertThat(line(text, problem)).contains("inputs:");
        assertThat(problem.message())
                .isEqualTo(
                        "\"make\" needs a value for \"text\" (STRING). Give it one, or connect an output.");
    }

    private static String line(String text, Problem problem) {
        return text.lines().toList().get(problem.range().line() - 1);
    }

    @Test
    void showsTheWholeCycle() {
        String text = SOUND.replace("dependentTasks: [make]", "dependentTasks: [make, eat]");

        assertThat(validate(text).getFirst().message())
                .contains("→")
                .contains("loop")
                .contains("eat");
    }

    @Test
    void guessesWhatAWrongNameWasMeantToBe() {
        String text = SOUND.replace("{name: comp-use}", "{name: comp-sue}");

        assertThat(validate(text).getFirst().message()).endsWith("Did you mean \"comp-use\"?");
    }

    @Test
    void namesTasksInSubPipelinesByTheirPath() {
        String text = SOUND.replace("{componentInputParameter: each}", "{}");

        Problem problem = validate(text).getFirst();

        assertThat(((PortAddress) problem.where()).task().tasks()).containsExactly("loop", "use");
        assertThat(line(text, problem)).contains("item: {}");
    }

    @Test
    void reportsEveryFaultOfABrokenFileInTheOrderOfTheText() {
        String text =
                SOUND.replace("{name: comp-use}", "{name: gone}")
                        .replace("dependentTasks: [loop]", "dependentTasks: [gone]")
                        .replace("executorLabel: exec-make", "executorLabel: gone");

        List<Problem> errors =
                validate(text).stream()
                        .filter(problem -> problem.severity() == Severity.ERROR)
                        .toList();

        assertThat(errors).hasSizeGreaterThanOrEqualTo(3);
        assertThat(errors).isSortedAccordingTo((a, b) -> a.range().start() - b.range().start());
    }

    @Test
    void refusesRootsThatAreNoDag() {
        assertThat(validate("pipelineInfo: {name: x}\nschemaVersion: 2.1.0\nroot: {}\n"))
                .extracting(Problem::code)
                .containsExactly("pipeline.no-root");
        assertThat(validate("pipelineInfo: {name: x}\nroot: {executorLabel: e}\n"))
                .extracting(Problem::code)
                .contains("pipeline.root-not-dag");
    }

    @Test
    void findsPlatformSettingsOfNoExecutor() {
        String text =
                SOUND
                        + """
                        ---
                        platforms:
                          kubernetes:
                            deploymentSpec: {executors: {exec-mak: {imagePullPolicy: Always}}}
                          cloud: {}
                        """;

        List<Problem> problems = validate(text);

        assertThat(problems)
                .extracting(Problem::code)
                .containsExactly("pipeline.platform-executor", "pipeline.other-platform");
        assertThat(line(text, problems.getFirst())).contains("exec-mak");
    }

    @Test
    void refusesNestingBeyondReason() {
        StringBuilder deep = new StringBuilder("pipelineInfo: {name: d}\ncomponents:\n");
        for (int i = 0; i < 5_000; i++) {
            deep.append(
                    "  c%d: {dag: {tasks: {t: {componentRef: {name: c%d}}}}}\n"
                            .formatted(i, i + 1));
        }
        deep.append("root: {dag: {tasks: {t: {componentRef: {name: c0}}}}}\n");

        assertThat(validate(deep.toString()))
                .extracting(Problem::code)
                .contains("pipeline.nested-too-deep");
    }

    @Test
    void letsALoopReadItsOwnStringItems() {
        String text =
                SOUND.replace("item: {parameterType: STRING}", "item: {parameterType: STRUCT}");

        assertThat(validate(text)).noneMatch(problem -> problem.severity() == Severity.ERROR);
    }

    @Test
    void letsAGroupInALoopHandItemsOn() {
        String text =
                """
                pipelineInfo: {name: p}
                schemaVersion: 2.1.0
                components:
                  comp-loop:
                    inputDefinitions: {parameters: {item: {parameterType: STRING}}}
                    dag:
                      tasks:
                        if:
                          componentRef: {name: comp-if}
                          inputs: {parameters: {item: {componentInputParameter: item}}}
                          triggerPolicy: {condition: "inputs.parameter_values['item'] != '1'"}
                  comp-if:
                    inputDefinitions: {parameters: {item: {parameterType: STRING}}}
                    dag:
                      tasks:
                        work:
                          componentRef: {name: comp-work}
                          inputs: {parameters: {n: {componentInputParameter: item}}}
                  comp-work:
                    inputDefinitions: {parameters: {n: {parameterType: NUMBER_INTEGER}}}
                    executorLabel: exec-work
                deploymentSpec: {executors: {exec-work: {container: {image: a, command: [b]}}}}
                root:
                  dag:
                    tasks:
                      loop:
                        componentRef: {name: comp-loop}
                        parameterIterator: {items: {raw: '[1, 2]'}, itemInput: item}
                """;

        assertThat(validate(text)).noneMatch(problem -> problem.severity() == Severity.ERROR);
    }

    @Test
    void saysInASentenceThatThePipelineHasNoSuchInput() {
        String text =
                """
                pipelineInfo: {name: p}
                schemaVersion: 2.1.0
                components: {comp-a: {executorLabel: exec-a}}
                deploymentSpec: {executors: {exec-a: {container: {image: a, command: [b]}}}}
                root:
                  dag:
                    tasks:
                      a:
                        componentRef: {name: comp-a}
                        inputs: {parameters: {x: {componentInputParameter: gone}}}
                """;

        assertThat(validate(text))
                .extracting(Problem::message)
                .anyMatch(message -> message.startsWith("The pipeline has no parameter \"gone\""));
    }
}
