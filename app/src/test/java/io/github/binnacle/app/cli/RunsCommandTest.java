package io.github.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.run.TaskValues;
import io.github.binnacle.testkit.fake.SampleRuns;
import io.github.binnacle.testkit.golden.GoldenCase;
import java.nio.file.Path;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsCommandTest {
    private static final RunId ID = SampleRuns.id(1);
    private static final TimeZone HERE = TimeZone.getDefault();

    @TempDir private Path folder;
    private Cli cli;

    @BeforeEach
    void recordARun() {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        cli = new Cli(folder);
        cli.ledger.createRun(SampleRuns.newRun(ID));
        cli.ledger.setRunState(ID, RunState.RUNNING, SampleRuns.START, "");
        cli.ledger.startTask(ID, SampleRuns.root(2));
        cli.ledger.startTask(ID, SampleRuns.task("make"));
        cli.ledger.startAttempt(
                ID, TaskPath.of("make"), SampleRuns.attempt(1, new TaskState.Running()));
        TaskValues made =
                cli.ledger
                        .complete(
                                ID,
                                java.util.List.of(
                                        SampleRuns.completion(
                                                "make",
                                                SampleRuns.artifact(
                                                        "table", SampleRuns.dataset("runs/t")),
                                                "")))
                        .getFirst();
        cli.ledger.startTask(ID, SampleRuns.task(TaskPath.of("take"), made));
        cli.ledger.complete(
                ID, java.util.List.of(SampleRuns.completion("take", TaskValues.EMPTY, "")));
        cli.ledger.finishRun(
                ID, RunState.SUCCEEDED, TaskValues.EMPTY, SampleRuns.START.plusSeconds(5), "");
        cli.logs.print(ID, TaskPath.of("make"), 1, "made\n");
    }

    @AfterEach
    void restoreTheTimeZone() {
        TimeZone.setDefault(HERE);
    }

    @Test
    void listsRuns() {
        GoldenCase.of("cli/runs-list").assertMatches("txt", cli.run("runs", "list").out());
    }

    @Test
    void listsRunsAsJson() {
        GoldenCase.of("cli/runs-list")
                .assertMatches("json", cli.run("runs", "list", "--json").out());
    }

    @Test
    void showsARunWithItsSteps() {
        GoldenCase.of("cli/runs-show").assertMatches("txt", cli.run("runs", "show", "1").out());
    }

    @Test
    void showsARunAsJson() {
        GoldenCase.of("cli/runs-show")
                .assertMatches("json", cli.run("runs", "show", "1", "--json").out());
    }

    @Test
    void listsArtifacts() {
        Cli.Answer answer = cli.run("runs", "artifacts", "1");

        assertThat(answer.out())
                .isEqualTo(
                        """
                        ID  STEP  OUTPUT  TYPE     SIZE      WHERE
                        1   make  table   Dataset  42 bytes  runs/t
                        """);
    }

    @Test
    void listsArtifactsAsJson() {
        GoldenCase.of("cli/runs-artifacts")
                .assertMatches("json", cli.run("runs", "artifacts", "1", "--json").out());
    }

    @Test
    void printsTheLogOfAStep() {
        Cli.Answer answer = cli.run("runs", "logs", "1", "--task", "make");

        assertThat(answer.out()).isEqualTo("made\n");
    }

    @Test
    void saysWhichStepsThereAreNot() {
        Cli.Answer answer = cli.run("runs", "logs", "1", "--task", "bake");

        assertThat(answer.err())
                .isEqualTo(
                        """
                        binnacle: Run 1 has no step "bake" yet. "binnacle runs show 1" lists its steps.
                        """);
        assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void asksTheEngineToCancelResumeAndDelete() {
        assertThat(cli.run("runs", "cancel", "1").out()).isEqualTo("Run 1 is being canceled.\n");
        assertThat(cli.run("runs", "resume", "1").out()).startsWith("Run 1 goes on.");
        assertThat(cli.run("runs", "delete", ID.value()).out()).isEqualTo("Run 1 is deleted.\n");

        assertThat(cli.engine.calls())
                .containsExactly("cancel " + ID, "resume " + ID, "delete " + ID);
    }

    @Test
    void saysThatARunIsNotThere() {
        Cli.Answer answer = cli.run("runs", "show", "99");

        assertThat(answer.err()).contains("There is no run \"99\"");
        assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void walksLineageBothWays() {
        Cli.Answer answer = cli.run("lineage", "table");

        assertThat(answer.out())
                .contains("Dataset table (1)\n", "Made by\n  step make, run 0a0b0c0d as table\n")
                .contains("Used by\n  step take, run 0a0b0c0d as table\n");
    }

    @Test
    void printsLineageAsJson() {
        GoldenCase.of("cli/lineage").assertMatches("json", cli.run("lineage", "1", "--json").out());
    }

    @Test
    void namesWhatCanBeDoneWithRuns() {
        Cli.Answer answer = cli.run("runs");

        assertThat(answer.err()).contains("list, show, logs, artifacts, cancel, resume, delete");
        assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
    }
}
