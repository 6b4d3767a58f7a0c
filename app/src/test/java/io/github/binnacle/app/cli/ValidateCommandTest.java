package io.github.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {
    @TempDir private Path folder;
    private Cli cli;

    @BeforeEach
    void makeCli() {
        cli = new Cli(folder);
    }

    @Test
    void saysThatAFileIsValid() {
        Path file = SamplePipeline.in(folder);

        Cli.Answer answer = cli.run("validate", file.toString());

        assertThat(answer).isEqualTo(new Cli.Answer(0, file + ": valid\n", ""));
    }

    @Test
    void namesLineAndColumnOfAMistake() throws IOException {
        Path file = folder.resolve("broken.yaml");
        Files.writeString(file, SamplePipeline.TEXT.replace("[prepare]", "[missing]"));

        Cli.Answer answer = cli.run("validate", file.toString());

        assertThat(answer.out()).containsPattern("broken.yaml:31:26: error: .*missing");
        assertThat(answer.out()).endsWith(file + ": 1 error\n");
        assertThat(answer.code()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void printsProblemsAsJson() throws IOException {
        Cli.Answer answer = cli.runWithInput("a: [", "validate", "--json", "-");

        assertThat(answer.out())
                .contains("\"path\": \"<stdin>\"", "\"valid\": false", "\"line\": 1")
                .contains("\"code\": \"document.syntax\"", "\"severity\": \"error\"");
    }

    @Test
    void checksThePipelinesOfAFolderAndPassesOthersOver() throws IOException {
        SamplePipeline.in(folder);
        Files.writeString(folder.resolve("values.yaml"), "replicas: 3\n");
        Files.writeString(folder.resolve("broken.json"), "{\"pipelineInfo\": 1");

        Cli.Answer answer = cli.run("validate", folder.toString());

        assertThat(answer.out()).contains("sample.yaml: valid\n", "broken.json: 1 error\n");
        assertThat(answer.out()).endsWith("1 of 2 files are valid.\n");
        assertThat(answer.out()).doesNotContain("values.yaml");
    }

    @Test
    void reportsAMissingFileAsInvalid() {
        Cli.Answer answer = cli.run("validate", "nowhere.yaml");

        assertThat(answer.out()).contains("nowhere.yaml: error: ", "Check its name");
        assertThat(answer.code()).isEqualTo(ExitCode.FAILED);
    }
}
