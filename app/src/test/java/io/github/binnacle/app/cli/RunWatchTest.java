package io.github.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.address.Address.DocumentAddress;
import io.github.binnacle.model.live.Live;
import io.github.binnacle.model.live.Subscription;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.pipeline.PipelineGraph;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.testkit.fake.SampleRuns;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RunWatchTest {
    private static final PipelineGraph GRAPH = PipelineGraph.of(document());

    private static PipelineDocument document() {
        return ((Outcome.Done<PipelineDocument>)
                        PipelineDocument.parse(
                                new DocumentAddress("sample.yaml"), SamplePipeline.TEXT))
                .value();
    }

    /** Gives all its values at once, as a fast run does. */
    private record Script(List<RunSnapshot> snapshots) implements Live<RunSnapshot> {
        @Override
        public RunSnapshot current() {
            return snapshots.getLast();
        }

        @Override
        public Subscription subscribe(Consumer<? super RunSnapshot> subscriber) {
            snapshots.forEach(subscriber);
            return () -> {};
        }
    }

    private static String watched(boolean isTerminal, RunSnapshot... snapshots)
            throws InterruptedException {
        StringWriter out = new StringWriter();
        Console console =
                new Console(
                        InputStream.nullInputStream(),
                        new PrintWriter(out),
                        new PrintWriter(out),
                        isTerminal,
                        false,
                        true);
        new RunWatch(console, () -> SampleRuns.START.plusSeconds(9))
                .toEnd(new Script(List.of(snapshots)), GRAPH);
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    @Test
    void printsALineForEveryChangeInTheOrderOfTime() throws InterruptedException {
        RunSnapshot first =
                SampleSnapshots.of(
                        RunState.RUNNING,
                        SampleSnapshots.step("prepare", new TaskState.Pending("Making it"), 0));
        RunSnapshot last =
                SampleSnapshots.of(
                        RunState.SUCCEEDED,
                        SampleSnapshots.step("late", new TaskState.Succeeded(), 8),
                        SampleSnapshots.step("prepare", new TaskState.Succeeded(), 0),
                        SampleSnapshots.step("not", new TaskState.Skipped("It is false."), 3));

        String printed = watched(false, first, last);

        assertThat(printed)
                .isEqualTo(
                        """
                          waiting     prepare  Making it
                          done        prepare  2.0 s
                          skipped     not  It is false.
                          done        late  2.0 s
                        """);
    }

    @Test
    void drawsABarOnATerminalAndClearsItAtTheEnd() throws InterruptedException {
        RunSnapshot running =
                SampleSnapshots.of(
                        RunState.RUNNING,
                        SampleSnapshots.step("prepare", new TaskState.Succeeded(), 0),
                        SampleSnapshots.loop("for-loop-1", new TaskState.Running(), 3),
                        SampleSnapshots.step("for-loop-1[1]/train", new TaskState.Running(), 5));

        String printed = watched(true, running, SampleSnapshots.of(RunState.CANCELED));

        assertThat(printed)
                .contains("████░░░░░░░░░░░░ 1 of 4 steps, 9.0 s · for-loop-1[1]/train")
                .endsWith("\r\u001b[2K");
    }

    @Test
    void countsALoopThatHasNotBegunAsOneIteration() {
        RunProgress progress = RunProgress.of(GRAPH, SampleSnapshots.of(RunState.RUNNING));

        assertThat(progress).isEqualTo(new RunProgress(0, 2, List.of()));
    }

    @Test
    void countsWhatASkippedGroupHoldsAsDone() {
        RunSnapshot snapshot =
                SampleSnapshots.of(
                        RunState.RUNNING,
                        SampleSnapshots.loop("for-loop-1", new TaskState.Skipped(""), -1));

        assertThat(RunProgress.of(GRAPH, snapshot)).isEqualTo(new RunProgress(1, 2, List.of()));
    }
}
