package io.github.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import io.github.binnacle.model.run.RunRequest;
import io.github.binnacle.model.run.RunRequest.RunOptions;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.run.TaskValues;
import io.github.binnacle.model.value.Value;
import io.github.binnacle.testkit.fake.SampleRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    @TempDir private Path folder;
    private Cli cli;
    private String file;

    @BeforeEach
    void trustTheFolder() {
        cli = new Cli(folder.resolve("home"));
        cli.trust.trustFolder(folder);
        file = SamplePipeline.in(folder).toString();
    }

    @Test
    void tellsStepsOutputsAndWhereTheFilesAre() {
        cli.engine.script(
                SampleSnapshots.of(
                        RunState.SUCCEEDED,
                        new TaskValues(
                                Map.of("accuracy", Value.of(0.93)),
                                Map.of("model", List.of(SampleRuns.dataset("runs/7/model")))),
                        SampleSnapshots.step("prepare", cached(), 0),
                        SampleSnapshots.loop("for-loop-1", new TaskState.Succeeded(), 1),
                        SampleSnapshots.step("for-loop-1[0]/train", new TaskState.Succeeded(), 4)));

        Cli.Answer answer = cli.run("run", file);

        assertThat(answer.out())
                .isEqualTo(
                        """
                        Run 7: sample run
                          reused      prepare
                          done        for-loop-1[0]/train  2.0 s
                        Run 7 succeeded after 1 m 15 s (2 steps, 1 reused).
                          accuracy = 0.93
                          model: runs/7/model (42 bytes)
                        Files: runs/7
                        """);
        assertThat(answer.code()).isZero();
    }

    @Test
    void explainsFailuresWithTheEndOfTheirLog() {
        var explanation = new TaskState.Explanation("run.exit-code", "It ended with 3.", 3);
        cli.engine.script(
                SampleSnapshots.of(
                        RunState.FAILED,
                        SampleSnapshots.step("prepare", new TaskState.Failed(explanation), 1)));
        cli.logs.print(SampleSnapshots.ID, TaskPath.of("prepare"), 1, "one\ntwo\n");

        Cli.Answer answer = cli.run("run", file);

        assertThat(answer.out())
                .isEqualTo(
                        """
                        Run 7: sample run
                          failed      prepare  2.0 s
                        Run 7 failed after 1 m 15 s (1 step).

                        prepare: It ended with 3.
                          | one
                          | two
                          The whole log: binnacle runs logs 7 --task prepare

                        Files: runs/7
                        """);
        assertThat(answer.code()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void printsTheWholeRunAsJson() throws Exception {
        cli.engine.script(
                SampleSnapshots.of(
                        RunState.SUCCEEDED,
                        SampleSnapshots.step("prepare", new TaskState.Succeeded(), 1)));

        Cli.Answer answer = cli.run("run", file, "--json");

        assertThat(answer.out()).startsWith("{\n  \"id\": \"" + SampleSnapshots.ID + "\"");
        assertThat(answer.out()).contains("\"path\": \"prepare\"", "\"state\": \"SUCCEEDED\"");
    }

    @Test
    void submitsTheTextWithTypedParametersAndOptions() {
        cli.engine.script(SampleSnapshots.of(RunState.PENDING));

        Cli.Answer answer =
                cli.run(
                        "run",
                        file,
                        "--no-follow",
                        "--no-cache",
                        "--allow-host-commands",
                        "--name",
                        "mine",
                        "-p",
                        "count=4",
                        "-p",
                        "layers=[1, 2]");

        assertThat(answer.out())
                .isEqualTo(
                        """
                        Run 7 has started: sample run
                        Watch it with "binnacle runs show 7 --follow".
                        """);
        assertThat(cli.engine.requests())
                .containsExactly(
                        new RunRequest(
                                SamplePipeline.TEXT,
                                file,
                                folder.toString(),
                                "mine",
                                Map.of(
                                        "count",
                                        Value.of(4),
                                        "layers",
                                        Value.of(List.of(Value.of(1), Value.of(2)))),
                                new RunOptions(false, false, true)));
    }

    @Test
    void saysHowAParameterIsWritten() {
        Cli.Answer answer = cli.run("run", file, "-p", "count");

        assertThat(answer.err())
                .startsWith("binnacle: Write --param NAME=VALUE: \"count\" has no equals sign.\n");
        assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void namesParameterAndTypeOfAWrongValue() {
        Cli.Answer answer = cli.run("run", file, "-p", "count=many");

        assertThat(answer.err())
                .isEqualTo(
                        """
                        binnacle: The parameter "count" takes a whole number, not "many". Write it like count=4.
                        Try "binnacle run --help" for what it takes.
                        """);
        assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
        assertThat(cli.engine.requests()).isEmpty();
    }

    @Test
    void takesParametersFromAFileUnlessTheyAreGiven() throws IOException {
        Path parameters = folder.resolve("parameters.yaml");
        Files.writeString(parameters, "count: 9\nrate: 0.25\nname: 12\n");
        cli.engine.script(SampleSnapshots.of(RunState.PENDING));

        cli.run("run", file, "--no-follow", "--param-file", parameters.toString(), "-p", "count=1");

        assertThat(cli.engine.requests().getFirst().parameters())
                .isEqualTo(
                        Map.of(
                                "count",
                                Value.of(1),
                                "rate",
                                Value.of(0.25),
                                "name",
                                Value.of("12")));
    }

    @Test
    void doesNotRunWhatIsNotTrusted() {
        Cli stranger = new Cli(folder.resolve("home"));

        Cli.Answer answer = stranger.run("run", file);

        assertThat(answer.err()).contains("the folder " + folder, "--trust");
        assertThat(answer.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(stranger.engine.requests()).isEmpty();
    }

    @Test
    void asksOnATerminalAndRemembersTheAnswer() {
        Cli stranger = new Cli(folder.resolve("home"));
        stranger.isTerminal = true;
        stranger.engine.script(SampleSnapshots.of(RunState.PENDING));

        stranger.runWithInput("yes\n", "run", file, "--no-follow");

        assertThat(stranger.trust.isTrusted(Path.of(file), "")).isTrue();
        assertThat(stranger.engine.requests()).hasSize(1);
    }

    @Test
    void runsStandardInputOfTheTrusting() {
        cli.engine.script(SampleSnapshots.of(RunState.PENDING));

        cli.runWithInput(SamplePipeline.TEXT, "run", "-", "--trust", "--no-follow");

        RunRequest request = cli.engine.requests().getFirst();
        assertThat(request.documentPath()).isEmpty();
        assertThat(request.options().trustOnce()).isTrue();
    }

    @Test
    void compilesPythonFirst() throws IOException {
        Path source = Files.writeString(folder.resolve("sample.py"), "...");
        cli.compileTo(SamplePipeline.TEXT);
        cli.engine.script(SampleSnapshots.of(RunState.PENDING));

        Cli.Answer answer =
                cli.run("run", source.toString(), "--pipeline", "sample", "--no-follow");

        assertThat(answer.err()).isEqualTo("Compiling sample.py sample\n");
        RunRequest request = cli.engine.requests().getFirst();
        assertThat(request.documentText()).isEqualTo(SamplePipeline.TEXT);
        assertThat(request.documentPath()).isEqualTo(source.toString());
    }

    @Test
    void passesTheEnginesRefusalOn() {
        cli.engine.refuse(
                new Problem(
                        "run.parameter-missing",
                        Severity.ERROR,
                        null,
                        null,
                        Map.of("name", "count", "type", "STRING")));

        Cli.Answer answer = cli.run("run", file);

        assertThat(answer.err()).startsWith("binnacle: error: The parameter \"count\"");
        assertThat(answer.code()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void printsARefusalAsJson() {
        cli.engine.refuse(new Problem("engine.canceled", Severity.ERROR, null, null, Map.of()));

        Cli.Answer answer = cli.run("run", file, "--json");

        assertThat(answer.out()).contains("\"problems\": [", "\"code\": \"engine.canceled\"");
        assertThat(answer.code()).isEqualTo(ExitCode.WORLD);
    }

    @Test
    void tellsHowToGoOnAfterTheEngineDied() {
        cli.engine.script(SampleSnapshots.of(RunState.INTERRUPTED));

        Cli.Answer answer = cli.run("run", file);

        assertThat(answer.out()).contains("binnacle runs resume 7");
        assertThat(answer.code()).isEqualTo(ExitCode.WORLD);
    }

    @Test
    void saysWhichFileIsMissing() {
        Cli.Answer answer = cli.run("run", "nowhere.yaml");

        assertThat(answer.err())
                .isEqualTo("binnacle: There is no file nowhere.yaml. Check its name.\n");
        assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void saysThatAFileIsNotText() throws IOException {
        Path odd = Files.write(folder.resolve("odd.yaml"), new byte[] {'a', (byte) 0xFF});

        Cli.Answer answer = cli.run("run", odd.toString());

        assertThat(answer.err())
                .isEqualTo("binnacle: " + odd + " is not text in UTF-8. Save it in UTF-8.\n");
        assertThat(answer.code()).isEqualTo(ExitCode.REFUSED);
    }

    private static TaskState cached() {
        return new TaskState.Cached(SampleRuns.id(1), TaskPath.of("prepare"));
    }
}
