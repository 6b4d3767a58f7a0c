package io.github.binnacle.model.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.Corpus;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PipelineSpecWriterTest {
    private static final String TEXT =
            """
            pipelineInfo: {name: p, displayName: "P: one", description: "two\\nlines"}
            schemaVersion: 2.1.0
            defaultPipelineRoot: s3://x
            components:
              comp-a:
                executorLabel: exec-a
                inputDefinitions:
                  artifacts: {m: {artifactType: {schemaTitle: system.Model, schemaVersion: 0.0.1}, isOptional: true}}
                  parameters:
                    n: {parameterType: NUMBER_INTEGER, defaultValue: 3, literals: [1, 3]}
                    x: {parameterType: STRUCT, defaultValue: null, isOptional: true}
                taskConfigPassthroughs: [{field: ENV, applyToTask: true}]
              comp-i: {executorLabel: exec-i}
            deploymentSpec:
              executors:
                exec-a:
                  container:
                    image: python:3.11
                    command: [sh, -c, "a\\n  b\\n"]
                    args: ['{"Concat": ["x"]}']
                    env: [{name: A, value: "1"}]
                    resources: {cpuLimit: 1.5, memoryLimit: 2, accelerator: {type: gpu, count: "2"}}
                exec-i: {importer: {artifactUri: {runtimeParameter: uri}, metadata: {k: [1, a]}, reimport: true}}
            root:
              dag:
                tasks:
                  a:
                    componentRef: {name: comp-a}
                    inputs: {parameters: {n: {runtimeValue: {constant: 1.0}}}}
                    retryPolicy: {maxRetryCount: 2, backoffDuration: 1.5s, backoffFactor: 1.5}
                    triggerPolicy: {condition: "1 > 0", strategy: ALL_UPSTREAM_TASKS_COMPLETED}
                  loop:
                    componentRef: {name: comp-i}
                    parameterIterator: {items: {raw: '[1]'}, itemInput: i}
                    iteratorPolicy: {parallelismLimit: 3}
            ---
            platforms:
              kubernetes:
                deploymentSpec:
                  executors: {exec-a: {secretAsEnv: [{secretName: s, keyToEnv: [{secretKey: k, envVar: V}]}], imagePullPolicy: Always}}
                pipelineConfig: {workspace: {size: 1Gi}}
              other: {x: 1}
            """;

    @Test
    void readsBackAsAnEqualSpecFromYaml() {
        PipelineDocument document = Corpus.document(TEXT);

        PipelineDocument again =
                Corpus.document(PipelineSpecWriter.yaml(document.spec(), document.platform()));

        assertThat(again.spec()).isEqualTo(document.spec());
        assertThat(again.platform()).isEqualTo(document.platform());
    }

    @Test
    void readsBackAsAnEqualSpecFromJson() {
        PipelineDocument document = Corpus.document(TEXT);

        PipelineDocument again =
                Corpus.document(PipelineSpecWriter.json(document.spec(), document.platform()));

        assertThat(again.spec()).isEqualTo(document.spec());
        assertThat(again.platform()).isEqualTo(document.platform());
    }

    @Test
    void writesIntegersWithoutAPoint() {
        PipelineDocument document = Corpus.document(TEXT);

        String yaml = PipelineSpecWriter.yaml(document.spec(), document.platform());

        assertThat(yaml).contains("constant: 1\n").contains("backoffFactor: 1.5\n");
    }

    @Test
    @Tag("corpus")
    void readsBackEveryRealPipelineAsItWas() {
        for (Path file : Corpus.files()) {
            PipelineDocument document = Corpus.document(file);

            PipelineDocument yaml =
                    Corpus.document(PipelineSpecWriter.yaml(document.spec(), document.platform()));
            PipelineDocument json =
                    Corpus.document(PipelineSpecWriter.json(document.spec(), document.platform()));

            assertThat(yaml.spec()).as(file.toString()).isEqualTo(document.spec());
            assertThat(yaml.platform()).as(file.toString()).isEqualTo(document.platform());
            assertThat(json.spec()).as(file.toString()).isEqualTo(document.spec());
        }
    }
}
