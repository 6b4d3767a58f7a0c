package io.github.binnacle.editors.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.editors.WindowFixture;
import io.github.binnacle.editors.parts.StepLook;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunLedger.NewRun;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.testkit.fake.SampleRuns;
import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.graph.GraphModel.Glyph;
import io.github.binnacle.ui.job.Jobs;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunViewModelTest {
    private static final String LOOP = "exit-handler-1/for-loop-2";
    private static final TaskState RUNNING = new TaskState.Running();
    private static final TaskState DONE = new TaskState.Succeeded();

    @TempDir Path folder;
    private final RunId run = SampleRuns.id(1);
    private final Map<String, TaskState> tasks = new LinkedHashMap<>();
    private WindowFixture fixture;

    @BeforeEach
    void setUp() {
        fixture = new WindowFixture(folder);
        fixture.history.createRun(new NewRun(SampleRuns.run(run), WindowFixture.text()));
        tasks.put("", RUNNING);
        tasks.put("exit-handler-1", RUNNING);
        tasks.put("exit-handler-1/load-data", DONE);
        tasks.put(LOOP, RUNNING);
        for (int i = 0; i < 3; i++) {
            tasks.put(LOOP + "[" + i + "]", RUNNING);
            tasks.put(LOOP + "[" + i + "]/train-model", i == 1 ? RUNNING : DONE);
        }
        show(RunState.RUNNING);
    }

    private void show(RunState state) {
        fixture.engine.show(WindowFixture.snapshot(run, state, tasks));
    }

    private RunViewModel model() {
        RunServices services =
                new RunServices(
                        fixture.engine,
                        fixture.history,
                        fixture.logs,
                        fixture.artifacts,
                        new Jobs(Runnable::run, Runnable::run),
                        Runnable::run);
        return new RunViewModel(
                run, services, InstantSource.fixed(SampleRuns.START.plusSeconds(30)));
    }

    private static GraphModel.Status status(RunViewModel model, String id) {
        return model.drawingProperty().get().nodes().stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow()
                .status();
    }

    @Test
    void laysTheStatesOverTheSubmittedGraph() {
        RunViewModel model = model();

        assertThat(status(model, "exit-handler-1/load-data").glyph()).isEqualTo(Glyph.SUCCEEDED);
        assertThat(status(model, "exit-handler-1/load-data").footer()).isEqualTo("12 s");
        assertThat(status(model, LOOP + "/train-model"))
                .isEqualTo(new GraphModel.Status(Glyph.RUNNING, "2 of 3", 2.0 / 3));
        assertThat(status(model, "notify").glyph()).isEqualTo(Glyph.WAITING);
    }

    @Test
    void skipsWhatLiesInASkippedGroup() {
        tasks.put("exit-handler-1/condition-3", new TaskState.Skipped("The condition was false."));
        show(RunState.RUNNING);

        RunViewModel model = model();

        assertThat(status(model, "exit-handler-1/condition-3/publish").glyph())
                .isEqualTo(Glyph.SKIPPED);
        assertThat(model.headlineProperty().get().counts()).containsEntry(StepLook.SKIPPED, 1L);
    }

    @Test
    void showsOneIterationWhenItIsChosen() {
        RunViewModel model = model();

        model.selection().chooseIteration(List.of("exit-handler-1", "for-loop-2"), 0);

        assertThat(status(model, LOOP + "/train-model").glyph()).isEqualTo(Glyph.SUCCEEDED);
    }

    @Test
    void saysHowTheRunStands() {
        RunHeadline headline = model().headlineProperty().get();

        assertThat(headline.word()).isEqualTo("Running");
        assertThat(headline.facts()).isEqualTo("30 s · 1 of 6 steps");
        assertThat(headline.counts()).containsEntry(StepLook.WAITING, 4L);
    }

    @Test
    void followsWhatIsRunningUntilTheUserChooses() {
        RunViewModel model = model();
        TaskPath followed = model.selection().taskProperty().get().path();

        model.selection().selectPlace(List.of("exit-handler-1", "load-data"));
        tasks.put(LOOP + "[1]/evaluate", RUNNING);
        show(RunState.RUNNING);

        assertThat(followed).isEqualTo(TaskPath.of(LOOP + "[1]/train-model"));
        assertThat(model.selection().taskProperty().get().path())
                .isEqualTo(TaskPath.of("exit-handler-1/load-data"));
        assertThat(model.selection().followingProperty().get()).isFalse();
    }

    @Test
    void goesToWhatFailed() {
        tasks.put(
                LOOP + "[2]/train-model",
                new TaskState.Failed(new TaskState.Explanation("run.exit-code", "It stopped.", 1)));
        show(RunState.FAILED);

        RunViewModel model = model();

        assertThat(model.selection().taskProperty().get().path())
                .isEqualTo(TaskPath.of(LOOP + "[2]/train-model"));
        assertThat(model.selection().logProperty().get())
                .isEqualTo(
                        new TaskLog(fixture.logs, run, TaskPath.of(LOOP + "[2]/train-model"), 1));
        assertThat(status(model, LOOP + "/train-model").glyph()).isEqualTo(Glyph.FAILED);
    }

    @Test
    void keepsTheLogWhileTheSameAttemptGoesOn() {
        RunViewModel model = model();
        List<Object> logs = new ArrayList<>();
        model.selection().logProperty().addListener((_, _, log) -> logs.add(log));

        show(RunState.CANCELING);

        assertThat(logs).isEmpty();
    }

    @Test
    void offersOnlyWhatCanBeDone() {
        RunViewModel model = model();
        assertThat(model.canStop()).isTrue();
        assertThat(model.canResume()).isFalse();

        model.stop();
        show(RunState.CANCELED);

        assertThat(fixture.engine.calls()).containsExactly("cancel " + run);
        assertThat(model.canStop()).isFalse();
        assertThat(model.canResume()).isTrue();
        assertThat(model.canRunAgain()).isTrue();
    }

    @Test
    void leavesNothingSubscribedWhenItCloses() {
        RunViewModel model = model();

        model.close();
        show(RunState.SUCCEEDED);

        assertThat(model.headlineProperty().get().word()).isEqualTo("Running");
    }
}
