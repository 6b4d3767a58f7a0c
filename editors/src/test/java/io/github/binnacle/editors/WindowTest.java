package io.github.binnacle.editors;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.editors.pipeline.PipelineEditor;
import io.github.binnacle.editors.pipeline.PipelineViewModel;
import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunLedger.NewRun;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.testkit.fake.SampleRuns;
import io.github.binnacle.testkit.fx.HeadlessFx;
import io.github.binnacle.testkit.fx.Snapshots;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the whole window without a screen; {@code -Dbinnacle.pictures=FOLDER} keeps pictures. */
class WindowTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir Path folder;
    private WindowFixture fixture;
    private WindowFixture.Memory memory;
    private Stage stage;
    private BinnacleWindow window;

    @BeforeEach
    void setUp() {
        fixture = new WindowFixture(folder);
        memory = new WindowFixture.Memory();
        memory.save(
                new WindowMemory.Layout(
                        System.getProperty("binnacle.pictures.theme", "light"),
                        "",
                        List.of(),
                        Double.parseDouble(System.getProperty("binnacle.pictures.width", "1280")),
                        Double.parseDouble(System.getProperty("binnacle.pictures.height", "800"))));
    }

    @AfterEach
    void tearDown() {
        HeadlessFx.call(() -> {
            stage.close();
            return true;
        });
    }

    private void open(Path... files) {
        HeadlessFx.call(() -> {
            stage = new Stage();
            window = new BinnacleWindow(fixture.services(memory), stage);
            window.show(List.of(files));
            return true;
        });
    }

    @Test
    void welcomesANewcomerWithTheExample() throws IOException {
        open();

        until(() -> lookup("#run-example").isVisible());

        keep("welcome");
    }

    @Test
    void showsAFileAsGraphAndAsText() throws IOException {
        open(fixture.sample);

        until(() -> !((Button) lookup("#run")).isDisabled());
        keep("pipeline");
        HeadlessFx.call(() -> {
            window.open(
                    new Address.TaskAddress(
                            new Address.DocumentAddress(fixture.sample.toString()),
                            List.of("exit-handler-1", "for-loop-2", "train-model")));
            return true;
        });
        until(() -> texts(".bn-strong").contains("Train model"));

        keep("step");
        HeadlessFx.call(() -> {
            ((PipelineEditor) shellFront())
                    .model()
                    .modeProperty()
                    .set(PipelineViewModel.Mode.SPLIT);
            return true;
        });
        until(() -> lookup(".bn-code-area") != null);
        keep("split");
    }

    @Test
    void asksForParametersAndRunsThem() throws IOException {
        RunId run = SampleRuns.id(1);
        fixture.engine.script(snapshot(run, RunState.RUNNING));
        open(fixture.sample);
        until(() -> !((Button) lookup("#run")).isDisabled());

        press("#run");
        until(() -> lookup("#run-now") != null);
        keep("sheet");
        press("#run-now");
        until(() -> fixture.engine.requests().size() == 1);
        until(() -> texts(".bn-tab-title").contains("Run 42 · depth-sweep"));

        assertThat(fixture.engine.requests().getFirst().documentText())
                .isEqualTo(WindowFixture.text());
        keep("run-started");
    }

    @Test
    void showsARunWithItsStates() throws IOException {
        RunId run = SampleRuns.id(2);
        fixture.history.createRun(new NewRun(SampleRuns.run(run), WindowFixture.text()));
        fixture.engine.show(snapshot(run, RunState.RUNNING));
        fixture.logs.print(
                run,
                TaskPath.of("exit-handler-1/for-loop-2[2]/evaluate"),
                1,
                "loaded 150 rows\n\u001b[33mWARNING\u001b[0m class imbalance: 7 %\ntraining with depth 5\n"
                        .repeat(4));
        open();
        HeadlessFx.call(() -> {
            window.open(new Address.RunAddress(run));
            return true;
        });

        until(() -> texts(".bn-strong").contains("Running"));
        until(() -> !texts(".bn-log-text").isEmpty());

        keep("run");
    }

    @Test
    void namesEveryControl() {
        RunId run = SampleRuns.id(3);
        fixture.history.createRun(new NewRun(SampleRuns.run(run), WindowFixture.text()));
        fixture.engine.show(snapshot(run, RunState.RUNNING));
        open(fixture.sample);
        until(() -> !((Button) lookup("#run")).isDisabled());
        press("#run");
        until(() -> lookup("#run-now") != null);
        List<String> ofPipeline = HeadlessFx.call(this::unnamed);

        HeadlessFx.call(() -> {
            window.open(new Address.RunAddress(run));
            return true;
        });
        until(() -> texts(".bn-strong").contains("Running"));
        List<String> ofRun = HeadlessFx.call(this::unnamed);

        assertThat(ofPipeline).isEmpty();
        assertThat(ofRun).isEmpty();
    }

    /** Finds controls that can be focused and that nobody could name. */
    private List<String> unnamed() {
        return stage.getScene().getRoot().lookupAll(".control").stream()
                .filter(node -> node.isFocusTraversable() && node.isVisible())
                .filter(node ->
                        node.getAccessibleText() == null || node.getAccessibleText().isBlank())
                .filter(node -> text(node) == null || text(node).isBlank())
                .filter(node -> !(node instanceof ScrollPane || node instanceof TabPane))
                .map(Node::toString)
                .toList();
    }

    private static RunSnapshot snapshot(RunId run, RunState state) {
        Map<String, TaskState> tasks = new LinkedHashMap<>();
        String loop = "exit-handler-1/for-loop-2";
        tasks.put("", new TaskState.Running());
        tasks.put("exit-handler-1", new TaskState.Running());
        tasks.put(
                "exit-handler-1/load-data",
                new TaskState.Cached(SampleRuns.id(7), TaskPath.of("load-data")));
        tasks.put(loop, new TaskState.Running());
        for (int i = 0; i < 3; i++) {
            tasks.put(
                    loop + "[" + i + "]",
                    i == 0 ? new TaskState.Succeeded() : new TaskState.Running());
            tasks.put(
                    loop + "[" + i + "]/train-model",
                    i == 1 ? new TaskState.Running() : new TaskState.Succeeded());
        }
        tasks.put(loop + "[0]/evaluate", new TaskState.Succeeded());
        tasks.put(
                loop + "[2]/evaluate",
                new TaskState.Failed(
                        new TaskState.Explanation(
                                "run.exit-code",
                                "Evaluate stopped with exit code 1. Its log ends with: ValueError: no rows. Open the log.",
                                1)));
        return WindowFixture.snapshot(run, state, tasks);
    }

    private Object shellFront() {
        return window.front().orElseThrow();
    }

    private Node lookup(String selector) {
        return stage.getScene().lookup(selector);
    }

    private List<String> texts(String selector) {
        return stage.getScene().getRoot().lookupAll(selector).stream()
                .map(WindowTest::text)
                .toList();
    }

    private static String text(Node node) {
        return switch (node) {
            case Labeled labeled -> labeled.getText();
            case Text text -> text.getText();
            default -> "";
        };
    }

    private void press(String selector) {
        HeadlessFx.call(() -> {
            ((Button) lookup(selector)).fire();
            return true;
        });
    }

    /** Waits until something holds that jobs bring about. */
    private static void until(Callable<Boolean> condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!HeadlessFx.call(condition)) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            HeadlessFx.settle();
        }
    }

    private void keep(String name) throws IOException {
        String pictures = System.getProperty("binnacle.pictures", "");
        if (!pictures.isEmpty()) {
            long end = System.nanoTime() + Duration.ofSeconds(2).toNanos();
            while (System.nanoTime() < end) {
                HeadlessFx.settle();
            }
            Snapshots.save(
                    HeadlessFx.call(() -> Snapshots.of(stage.getScene())),
                    Path.of(pictures, name + ".png"));
        }
    }
}
