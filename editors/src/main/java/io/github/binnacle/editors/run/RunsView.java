package io.github.binnacle.editors.run;

import io.github.binnacle.editors.parts.StateGlyph;
import io.github.binnacle.editors.parts.StepLook;
import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.address.Address.RunAddress;
import io.github.binnacle.model.run.Run;
import io.github.binnacle.ui.control.Controls;
import io.github.binnacle.ui.control.StatePane;
import io.github.binnacle.ui.text.Figures;
import io.github.binnacle.ui.text.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The list of runs in the navigator. */
public final class RunsView extends StackPane {
    private static final Texts TEXTS = Texts.of(RunsView.class);

    private final ListView<Run> list = new ListView<>();
    private final StatePane none =
            StatePane.empty("mdomz-play_circle_outline", TEXTS.get("runs.none"));
    private final Consumer<Address> open;

    public RunsView(RunsViewModel model, Consumer<Address> open) {
        this.open = open;
        list.getStyleClass().addAll("bn-list", "bn-runs");
        list.setAccessibleText(TEXTS.get("runs.list"));
        list.setCellFactory(_ -> new Cell());
        list.setFixedCellSize(44);
        list.setOnMouseClicked(_ -> openSelected());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openSelected();
            }
        });
        Label problem = Controls.paragraph("", "bn-small", "bn-danger-text", "bn-runs-problem");
        problem.textProperty().bind(model.problemProperty());
        getChildren().addAll(list, none, problem);
        problem.setMouseTransparent(true);
        model.runsProperty().subscribe(this::show);
        Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick()));
        clock.setCycleCount(Animation.INDEFINITE);
        sceneProperty().subscribe(scene -> run(clock, scene != null));
    }

    private static void run(Timeline clock, boolean isSeen) {
        if (isSeen) {
            clock.play();
        } else {
            clock.stop();
        }
    }

    /** Brings the times of what is under way up to date. */
    private void tick() {
        if (RunsViewModel.running(list.getItems()) > 0) {
            list.refresh();
        }
    }

    private void show(@Nullable List<Run> runs) {
        if (runs == null) {
            none.setVisible(false);
            return;
        }
        none.setVisible(runs.isEmpty());
        Run selected = list.getSelectionModel().getSelectedItem();
        list.getItems().setAll(runs);
        if (selected != null) {
            runs.stream()
                    .filter(run -> run.id().equals(selected.id()))
                    .findFirst()
                    .ifPresent(list.getSelectionModel()::select);
        }
    }

    private void openSelected() {
        Run run = list.getSelectionModel().getSelectedItem();
        if (run != null) {
            open.accept(new RunAddress(run.id()));
        }
    }

    private static final class Cell extends ListCell<Run> {
        private @Nullable Run shown;
        private final StackPane sign = new StackPane();
        private final Label title = Controls.label("", "bn-name");
        private final Label facts = Controls.label("", "bn-caption", "bn-muted");

        Cell() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Run run, boolean isEmpty) {
            super.updateItem(run, isEmpty);
            if (run == null || isEmpty) {
                setGraphic(null);
                shown = null;
                return;
            }
            StepLook look = StepLook.of(run.state());
            if (shown == null || StepLook.of(shown.state()) != look) {
                sign.getChildren().setAll(new StateGlyph(look, 16));
            }
            shown = run;
            title.setText(
                    TEXTS.get(
                            "runs.title", "number", run.number(), "pipeline", run.pipelineName()));
            facts.setText(facts(run, look));
            setGraphic(Controls.row(sign, Controls.lines(title, facts)));
            setAccessibleText(title.getText() + ", " + facts.getText());
            setTooltip(new Tooltip(Figures.exact(run.createdAt(), ZoneId.systemDefault())));
        }

        private static String facts(Run run, StepLook look) {
            Instant now = Instant.now();
            String when = Figures.moment(run.createdAt(), now, ZoneId.systemDefault());
            return TEXTS.get(
                    "runs.facts",
                    "state",
                    look.word(),
                    "when",
                    when,
                    "elapsed",
                    RunHeadline.elapsed(run, now));
        }
    }
}
