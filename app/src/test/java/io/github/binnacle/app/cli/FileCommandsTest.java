package io.github.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.address.Address.DocumentAddress;
import io.github.binnacle.model.address.Address.TaskAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that make files, or look at folders. */
class FileCommandsTest {
    @TempDir private Path folder;
    private Cli cli;

    @BeforeEach
    void makeCli() {
        cli = new Cli(folder.resolve("home"));
    }

    @Test
    void compilesBesideTheSource() throws IOException {
        Path source = Files.writeString(folder.resolve("sample.py"), "...");
        cli.compileTo(SamplePipeline.TEXT);

        Cli.Answer answer = cli.run("compile", source.toString());

        assertThat(answer.out()).isEqualTo("Wrote " + folder.resolve("sample.yaml") + ".\n");
        assertThat(folder.resolve("sample.yaml")).hasContent(SamplePipeline.TEXT);
    }

    @Test
    void compilesToStandardOutput() throws IOException {
        Path source = Files.writeString(folder.resolve("sample.py"), "...");
        cli.compileTo(SamplePipeline.TEXT);

        Cli.Answer answer = cli.run("compile", source.toString(), "-o", "-");

        assertThat(answer.out()).isEqualTo(SamplePipeline.TEXT);
    }

    @Test
    void drawsPng() throws IOException {
        Path file = SamplePipeline.in(folder);
        Path picture = folder.resolve("sample.png");

        Cli.Answer answer =
                cli.run("render", file.toString(), "-o", picture.toString(), "--theme", "dark");

        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(Files.readAllBytes(picture))
                .startsWith((byte) 0x89, (byte) 'P', (byte) 'N', (byte) 'G');
    }

    @Test
    void drawsSvg() {
        Path file = SamplePipeline.in(folder);
        Path picture = folder.resolve("sample.svg");

        cli.run("render", file.toString(), "-o", picture.toString());

        assertThat(picture).content().contains("<svg", "<title>sample</title>");
    }

    @Test
    void drawsOnlyWhatItCan() {
        Path file = SamplePipeline.in(folder);

        Cli.Answer answer = cli.run("render", file.toString(), "-o", "sample.gif");

        assertThat(answer.err()).contains("ends neither in .png nor in .svg");
        assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void opensAFileAtAStep() {
        Path file = SamplePipeline.in(folder);

        cli.run("open", file + ":for-loop-1/train");

        assertThat(cli.opened)
                .containsExactly(
                        new TaskAddress(
                                new DocumentAddress(file.toString()),
                                List.of("for-loop-1", "train")));
    }

    @Test
    void checksAFolder() throws IOException {
        SamplePipeline.in(folder);

        Cli.Answer answer = cli.run("check", folder.toString());

        assertThat(answer.out()).contains("refused  sample.yaml\n         ", "busybox");
        assertThat(answer.out()).endsWith("0 of 1 pipeline can run here, 1 refused, 0 invalid.\n");
        assertThat(answer.code()).isEqualTo(ExitCode.FAILED);
    }
}
