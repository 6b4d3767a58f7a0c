package io.github.binnacle.localengine.run;

import static io.github.binnacle.localengine.run.EngineFixture.output;
import static io.github.binnacle.localengine.run.EngineFixture.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtifactsTest {
    private static final String COMPONENTS =
            """
            make() -> data: @Dataset, report: @Metrics
            read(data: @Dataset, extra?: @Dataset) -> Output: STRING
            """;

    private static final String CHAIN =
            Ir.pipeline(
                    COMPONENTS,
                    """
                    dag:
                      tasks:
                        make: {componentRef: {name: comp-make}}
                        read:
                          componentRef: {name: comp-read}
                          inputs: {artifacts: {data: {taskOutputArtifact: {producerTask: make, outputArtifactKey: data}}}}
                    """);

    @TempDir Path home;
    private EngineFixture fixture;

    @BeforeEach
    void start() {
        fixture = new EngineFixture(home);
        fixture.processes.on(
                "make",
                task -> {
                    Files.writeString(task.outputArtifact("data"), "rows");
                    return task.succeed();
                });
        fixture.processes.on(
                "read",
                task -> {
                    Path file = Path.of(task.artifactUris("data").getFirst());
                    return task.returns("Output", Value.of(Files.readString(file))).succeed();
                });
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static Value told(Map<String, Value> fields) {
        return Value.of(Map.of("artifacts", Value.of(List.of(Value.of(fields)))));
    }

    private static RuntimeArtifact artifact(RunSnapshot run, String path, String output) {
        return task(run, path).outputs().artifacts().get(output).getFirst();
    }

    @Test
    void passesFilesByPathAndRecordsTheirContent() throws Exception {
        var run = fixture.run(CHAIN);

        assertThat(output(run, "read", "Output")).isEqualTo(Value.of("rows"));
        RuntimeArtifact data = artifact(run, "make", "data");
        assertThat(data.id()).isPositive();
        assertThat(data.bytes()).isEqualTo(4);
        assertThat(data.digest()).startsWith("sha256:");
        assertThat(task(run, "read").inputs().artifacts()).isEqualTo(Map.of("data", List.of(data)));
    }

    @Test
    void recordsMetadataOfAnArtifactThatHasNoFile() throws Exception {
        fixture.processes.on(
                "make",
                task -> {
                    Files.createDirectory(task.outputArtifact("data"));
                    Files.writeString(task.outputArtifact("data").resolve("part-1"), "rows");
                    return task.succeedTelling(
                            Map.of(
                                    "report",
                                    told(
                                            Map.of(
                                                    "metadata",
                                                    Value.of(Map.of("accuracy", Value.of(0.9)))))));
                });
        fixture.processes.on("read", task -> task.returns("Output", Value.of("")).succeed());

        var run = fixture.run(CHAIN);

        RuntimeArtifact report = artifact(run, "make", "report");
        assertThat(report.metadata()).isEqualTo(Value.of(Map.of("accuracy", Value.of(0.9))));
        assertThat(report.bytes()).isEqualTo(-1);
        assertThat(artifact(run, "make", "data").bytes()).isEqualTo(4);
    }

    @Test
    void bringsInWhatWasWrittenToACustomPathAndLeavesTheUsersFileAlone() throws Exception {
        Path elsewhere = Files.writeString(home.resolve("mine"), "mine");
        fixture.processes.on(
                "make",
                task ->
                        task.succeedTelling(
                                Map.of(
                                        "data",
                                        told(
                                                Map.of(
                                                        "uri",
                                                        Value.of("ignored"),
                                                        "custom_path",
                                                        Value.of(elsewhere.toString()))))));

        var run = fixture.run(CHAIN);

        assertThat(output(run, "read", "Output")).isEqualTo(Value.of("mine"));
        assertThat(elsewhere).hasContent("mine").isWritable();
    }

    @Test
    void takesParametersFromTheirFilesWhenTheyAreNotToldOtherwise() throws Exception {
        fixture.processes.on(
                "read",
                task -> {
                    Files.writeString(task.outputFile("Output"), "from the file\n");
                    return FakeProcesses.exit(0);
                });

        var run = fixture.run(CHAIN);

        assertThat(output(run, "read", "Output")).isEqualTo(Value.of("from the file\n"));
    }

    private static String imported(String uri, String more) {
        return Ir.pipeline(
                        COMPONENTS,
                        """
                        comp-importer:
                          executorLabel: exec-importer
                          inputDefinitions: {parameters: {uri: {parameterType: STRING}, tag: {parameterType: STRING, isOptional: true}}}
                          outputDefinitions: {artifacts: {artifact: {artifactType: {schemaTitle: system.Dataset, schemaVersion: 0.0.1}}}}
                        """,
                        """
                        dag:
                          tasks:
                            importer:
                              componentRef: {name: comp-importer}
                              inputs: {parameters: {uri: {runtimeValue: {constant: "%s"}}, tag: {runtimeValue: {constant: blue}}}}
                            read:
                              componentRef: {name: comp-read}
                              inputs: {artifacts: {data: {taskOutputArtifact: {producerTask: importer, outputArtifactKey: artifact}}}}
                        """
                                .formatted(uri))
                .replace(
                        "  executors:\n",
                        "  executors:\n    exec-importer: {importer: {artifactUri: {runtimeParameter:"
                                + " uri}, typeSchema: {schemaTitle: system.Dataset, schemaVersion:"
                                + " 0.0.1}, metadata: {\"is {{$.inputs.parameters['tag']}}\":"
                                + " \"{{$.inputs.parameters['tag']}}\"}"
                                + more
                                + "}}\n");
    }

    @Test
    void importsAFileByItsUriAndFillsInItsMetadata() throws Exception {
        Path file = Files.writeString(home.resolve("given data"), "given");

        var run = fixture.run(imported(file.toUri().toString(), ""));

        assertThat(run.run().state()).as(run.run().problem()).isEqualTo(RunState.SUCCEEDED);
        assertThat(output(run, "read", "Output")).isEqualTo(Value.of("given"));
        RuntimeArtifact artifact = artifact(run, "importer", "artifact");
        assertThat(artifact.metadata()).isEqualTo(Value.of(Map.of("is blue", Value.of("blue"))));
        assertThat(artifact.digest()).startsWith("sha256:");
        assertThat(file).isWritable();
    }

    @Test
    void importsAnEqualArtifactOnceUnlessEachImportIsToMakeItsOwn() throws Exception {
        Path file = Files.writeString(home.resolve("data"), "given");

        var first = fixture.run(imported(file.toString(), ""));
        var second = fixture.run(imported(file.toString(), ""));
        var anew = fixture.run(imported(file.toString(), ", reimport: true"));

        long id = artifact(first, "importer", "artifact").id();
        assertThat(artifact(second, "importer", "artifact").id()).isEqualTo(id);
        assertThat(artifact(anew, "importer", "artifact").id()).isNotEqualTo(id);
    }

    @Test
    void recordsUrisOfElsewhereUnseenAndFailsOnFilesThatAreNotThere() throws Exception {
        fixture.processes.on("read", task -> task.returns("Output", Value.of("")).succeed());

        var elsewhere = fixture.run(imported("gs://bucket/data", ""));
        var nowhere = fixture.run(imported("/no/such/file", ""));

        assertThat(elsewhere.run().state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(artifact(elsewhere, "importer", "artifact").bytes()).isEqualTo(-1);
        assertThat(task(nowhere, "importer").state()).isInstanceOf(TaskState.Failed.class);
        assertThat(nowhere.run().problem()).contains("There is nothing at /no/such/file");
    }
}
