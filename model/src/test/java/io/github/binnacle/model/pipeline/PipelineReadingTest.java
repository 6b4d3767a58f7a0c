package io.github.binnacle.model.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.Corpus;
import io.github.binnacle.model.address.Address.DocumentAddress;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ImporterSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.PipelineContainerSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ResourceSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.Iterator;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.ParameterSource;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.RetryPolicy;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.TriggerStrategy;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineReadingTest {
    private static List<Problem> refusal(String text) {
        return switch (PipelineDocument.parse(new DocumentAddress("p.yaml"), text)) {
            case Outcome.Done<PipelineDocument> _ -> throw new AssertionError("taken");
            case Outcome.Refused<PipelineDocument>(List<Problem> problems) -> problems;
        };
    }

    private static PipelineTaskSpec task(String fields) {
        return Corpus.document("root: {dag: {tasks: {t: " + fields + "}}}")
                .spec()
                .root()
                .dag()
                .orElseThrow()
                .tasks()
                .get("t");
    }

    @Test
    void readsSnakeCaseAsCamelCase() {
        String camel =
                """
                pipelineInfo: {name: p, displayName: P}
                schemaVersion: 2.1.0
                components:
                  c:
                    executorLabel: e
                    inputDefinitions: {parameters: {a: {parameterType: LIST, defaultValue: [{isOptional: 1}]}}}
                root:
                  dag:
                    tasks:
                      t:
                        componentRef: {name: c}
                        cachingOptions: {enableCache: true}
                        inputs: {parameters: {a: {taskOutputParameter: {producerTask: x, outputParameterKey: y}}}}
                        retryPolicy: {maxRetryCount: 3}
                """;
        String snake =
                camel.replace("pipelineInfo", "pipeline_info")
                        .replace("displayName", "display_name")
                        .replace("schemaVersion", "schema_version")
                        .replace("executorLabel", "executor_label")
                        .replace("inputDefinitions", "input_definitions")
                        .replace("parameterType", "parameter_type")
                        .replace("defaultValue", "default_value")
                        .replace("componentRef", "component_ref")
                        .replace("cachingOptions", "caching_options")
                        .replace("enableCache", "enable_cache")
                        .replace("taskOutputParameter", "task_output_parameter")
                        .replace("producerTask", "producer_task")
                        .replace("outputParameterKey", "output_parameter_key")
                        .replace("retryPolicy", "retry_policy")
                        .replace("maxRetryCount", "max_retry_count");

        assertThat(Corpus.document(snake).spec()).isEqualTo(Corpus.document(camel).spec());
    }

    @ParameterizedTest
    @CsvSource({
        "type: INT, NUMBER_INTEGER",
        "type: DOUBLE, NUMBER_DOUBLE",
        "type: STRING, STRING",
        "parameterType: BOOLEAN, BOOLEAN",
        "description: x, PARAMETER_TYPE_ENUM_UNSPECIFIED"
    })
    void readsOldTypesAsTheirSuccessors(String field, ParameterType expected) {
        PipelineSpec spec =
                Corpus.document("root: {inputDefinitions: {parameters: {a: {" + field + "}}}}")
                        .spec();

        assertThat(spec.root().inputDefinitions().parameters().get("a").parameterType())
                .isEqualTo(expected);
    }

    @Test
    void readsTheDeprecatedTwinsOfConstants() {
        PipelineTaskSpec task =
                task(
                        """
                        {inputs: {parameters: {
                            i: {runtimeValue: {constantValue: {intValue: "3"}}},
                            d: {runtimeValue: {constantValue: {doubleValue: 0.5}}},
                            s: {runtimeValue: {constantValue: {stringValue: x}}},
                            n: {runtimeValue: {constant: null}},
                            r: {runtimeValue: {runtimeParameter: p}}}}}\
                        """);

        assertThat(task.inputs().parameters().values())
                .extracting(PipelineTaskSpec.InputParameterSpec::source)
                .containsExactly(
                        new ParameterSource.RuntimeConstant(Value.of(3)),
                        new ParameterSource.RuntimeConstant(Value.of(0.5)),
                        new ParameterSource.RuntimeConstant(Value.of("x")),
                        new ParameterSource.RuntimeConstant(Value.NULL),
                        new ParameterSource.RuntimeParameter("p"));
    }

    @Test
    void readsPoliciesAndIterators() {
        PipelineTaskSpec task =
                task(
                        """
                        {triggerPolicy: {condition: "1 == 1", strategy: ALL_UPSTREAM_TASKS_COMPLETED},
                         retryPolicy: {maxRetryCount: 2, backoffDuration: 1.5s},
                         parameterIterator: {items: {raw: '[1]'}, itemInput: x},
                         iteratorPolicy: {parallelismLimit: "4"}, dependentTasks: [a, b]}\
                        """);

        assertThat(task.triggerPolicy().strategy())
                .isEqualTo(TriggerStrategy.ALL_UPSTREAM_TASKS_COMPLETED);
        assertThat(task.retryPolicy())
                .isEqualTo(new RetryPolicy(2, Duration.ofMillis(1500), 2, Duration.ofHours(1)));
        assertThat(task.iterator()).isEqualTo(new Iterator.RawItems("[1]", "x"));
        assertThat(task.parallelismLimit()).isEqualTo(4);
        assertThat(task.upstreamTasks()).containsExactly("a", "b");
    }

    @Test
    void takesTheStringFieldsOfResourcesBeforeTheOldNumbers() {
        PipelineSpec spec =
                Corpus.document(
                                """
                                deploymentSpec:
                                  executors:
                                    new: {container: {image: i, resources: {cpuLimit: 9, resourceCpuLimit: 500m, memoryLimit: 0.5, accelerator: {count: "2", type: a}}}}
                                    old: {container: {image: i, resources: {cpuRequest: 1.5, memoryRequest: 16}}}
                                """)
                        .spec();

        assertThat(resources(spec, "new"))
                .isEqualTo(new ResourceSpec("", "500m", "", "500000000", "a", "2"));
        assertThat(resources(spec, "old"))
                .isEqualTo(new ResourceSpec("1.5", "", "16000000000", "", "", ""));
    }

    private static ResourceSpec resources(PipelineSpec spec, String label) {
        return ((PipelineContainerSpec) spec.deploymentSpec().executors().get(label)).resources();
    }

    @Test
    void readsImportersWithTheirOldMetadata() {
        PipelineSpec spec =
                Corpus.document(
                                """
                                deploymentSpec:
                                  executors:
                                    i:
                                      importer:
                                        artifactUri: {constant: s3://x}
                                        typeSchema: {schemaTitle: system.Model}
                                        properties: {a: {constantValue: {intValue: 1}}}
                                        customProperties: {b: {constant: two}}
                                        metadata: {c: [3]}
                                """)
                        .spec();

        ImporterSpec importer = (ImporterSpec) spec.deploymentSpec().executors().get("i");

        assertThat(importer.artifactUri())
                .isEqualTo(new ParameterSource.RuntimeConstant(Value.of("s3://x")));
        assertThat(importer.metadata().fields()).containsOnlyKeys("a", "b", "c");
    }

    @Test
    void readsThePlatformSpec() {
        PipelineDocument document =
                Corpus.document(
                        """
                        root: {}
                        ---
                        platforms:
                          kubernetes:
                            deploymentSpec:
                              executors:
                                e:
                                  secretAsEnv: [{secretName: s, secretNameParameter: {componentInputParameter: p}, keyToEnv: [{secretKey: k, envVar: V}], optional: true}]
                                  configMapAsVolume: [{configMapName: cm, mountPath: /cm}]
                                  pvcMount: [{mountPath: /data, taskOutputParameter: {producerTask: mk, outputParameterKey: name}}]
                                  activeDeadlineSeconds: "60"
                                  nodeSelector: {labels: {a: b}}
                            pipelineConfig: {workspace: {size: 1Gi}}
                          other: {x: 1}
                        """);

        PlatformSpec.KubernetesExecutorConfig config =
                document.platform().executor("e").orElseThrow();

        assertThat(config.secretsAsEnv().getFirst().keyToEnv()).isEqualTo(Map.of("k", "V"));
        assertThat(config.secretsAsEnv().getFirst().name().source())
                .isEqualTo(new ParameterSource.ComponentInput("p"));
        assertThat(config.configMapVolumes().getFirst().name().source())
                .isEqualTo(new ParameterSource.RuntimeConstant(Value.of("cm")));
        assertThat(config.pvcMounts().getFirst().pvcName().source())
                .isEqualTo(new ParameterSource.TaskOutput("mk", "name"));
        assertThat(config.activeDeadlineSeconds()).isEqualTo(60);
        assertThat(config.source().fields()).containsKey("nodeSelector");
        assertThat(document.platform().otherPlatforms().fields()).containsOnlyKeys("other");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ``                                          | document.empty
                    # nothing                                   | document.empty
                    - a                                         | document.empty
                    text                                        | document.empty
                    {a: 1}                                      | document.other-kind
                    {apiVersion: v1, kind: Pod}                 | document.other-kind
                    {implementation: {}, name: x}               | document.other-kind
                    {cells: [], nbformat: 4}                    | document.other-kind
                    {platforms: {}}                             | document.other-kind
                    {root: [1]}                                 | spec.wrong-type
                    {root: {dag: {tasks: [a]}}}                 | spec.wrong-type
                    {root: {}, schemaVersion: 2.1}              | spec.unquoted
                    {root: {inputDefinitions: {parameters: {a: {parameterType: TEXT}}}}} | spec.unknown-word
                    {root: {dag: {tasks: {t: {retryPolicy: {backoffFactor: .inf}}}}}}    | spec.wrong-type
                    {root: {dag: {tasks: {t: {retryPolicy: {backoffFactor: NaN}}}}}}     | spec.wrong-type
                    {root: {dag: {tasks: {t: {retryPolicy: {backoffDuration: soon}}}}}}  | spec.wrong-type
                    """)
    void refusesWithAReasonAndAPlace(String text, String code) {
        List<Problem> problems = refusal(text);

        assertThat(problems).extracting(Problem::code).contains(code);
        assertThat(problems)
                .allSatisfy(problem -> {
                    assertThat(problem.where()).isEqualTo(new DocumentAddress("p.yaml"));
                    assertThat(problem.range()).isNotNull();
                    assertThat(problem.message()).isNotBlank();
                });
    }

    @Test
    void survivesNumbersBeyondEveryRange() {
        PipelineTaskSpec task =
                task(
                        """
                        {iteratorPolicy: {parallelismLimit: 99999999999999999999},
                         retryPolicy: {maxRetryCount: 1e300, backoffDuration: 1e300s}}\
                        """);

        assertThat(task.parallelismLimit()).isEqualTo(Integer.MAX_VALUE);
        assertThat(task.retryPolicy().maxRetryCount()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void readsBothSpecsFromAnAnswerOfTheApi() {
        PipelineDocument document =
                Corpus.document(
                        """
                        {"pipeline_spec": {"pipelineInfo": {"name": "n"}, "root": {}},
                         "platform_spec": {"platforms": {"kubernetes": {"pipelineConfig": {"a": 1}}}}}\
                        """);

        assertThat(document.spec().pipelineInfo().name()).isEqualTo("n");
        assertThat(document.platform().pipelineConfig().fields()).containsOnlyKeys("a");
    }

    @Test
    void refusesFilesThatCannotBeRead(@TempDir Path folder) throws Exception {
        Path binary = Files.write(folder.resolve("x.yaml"), new byte[] {(byte) 0xFF, (byte) 0xFE});
        Path python = Files.writeString(folder.resolve("pipeline.py"), "def f(): pass\n");

        assertThat(codes(binary)).containsExactly("document.not-utf8");
        assertThat(codes(folder.resolve("gone.yaml"))).containsExactly("document.missing");
        assertThat(codes(python)).containsExactly("document.python");
    }

    private static List<String> codes(Path file) {
        return switch (PipelineDocument.readFile(file)) {
            case Outcome.Done<PipelineDocument> _ -> List.of();
            case Outcome.Refused<PipelineDocument>(List<Problem> problems) ->
                    problems.stream().map(Problem::code).toList();
        };
    }

    @Test
    @Tag("corpus")
    void writesRealPipelinesBackByteForByte() throws Exception {
        for (Path file : Corpus.files()) {
            assertThat(Corpus.document(file).text()).isEqualTo(Files.readString(file));
        }
    }
}
