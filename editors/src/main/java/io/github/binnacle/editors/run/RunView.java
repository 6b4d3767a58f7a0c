package io.github.binnacle.editors.run;

import io.github.binnacle.editors.parts.GraphPane;
import io.github.binnacle.ui.control.Banner;
import io.github.binnacle.ui.control.Controls;
import io.github.binnacle.ui.control.StatePane;
import io.github.binnacle.ui.control.ViewSwitch;
import io.github.binnacle.ui.control.ViewSwitch.Choice;
import io.github.binnacle.ui.job.Jobs;
import io.github.binnacle.ui.text.Texts;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One run: a line on how it stands, and its graph or table. */
final class RunView extends BorderPane {
    private enum Mode {
        GRAPH,
        TABLE
    }

    private static final Texts TEXTS = Texts.of(RunView.class);

    private final GraphPane graph;
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.GRAPH);
    private final StackPane center = new StackPane();
    private final VBox banners = new VBox();
    private final TaskTable table;
    private final RunViewModel model;

    RunView(RunViewModel model, RunHeader header, Jobs jobs) {
        this.model = model;
        graph = new GraphPane(jobs);
        table = new TaskTable(model);
        getStyleClass().add("bn-run");
        setTop(new VBox(header, banners, bar()));
        setCenter(center);
        graph.setOnSelect(model.selection()::selectPlace);
        model.drawingProperty().subscribe(graph::show);
        model.selection().placeProperty().subscribe(graph::select);
        model.problemProperty().subscribe(this::showProblem);
        model.stepsProperty().subscribe(_ -> arrange());
        model.graphProperty().subscribe(_ -> arrange());
        mode.subscribe(_ -> arrange());
    }

    private HBox bar() {
        ViewSwitch<Mode> modes =
                new ViewSwitch<>(
                        List.of(
                                new Choice<>(Mode.GRAPH, TEXTS.get("mode.graph"), ""),
                                new Choice<>(Mode.TABLE, TEXTS.get("mode.table"), "")),
                        mode);
        ToggleButton follow = new ToggleButton(TEXTS.get("view.follow"));
        follow.setGraphic(Controls.icon("mdoal-center_focus_strong"));
        follow.getStyleClass().add("bn-follow");
        follow.selectedProperty().bindBidirectional(model.selection().followingProperty());
        HBox bar =
                new HBox(
                        modes,
                        new IterationBar(model),
                        Controls.spacer(),
                        new FailureChip(model),
                        follow);
        bar.getStyleClass().add("bn-run-bar");
        return bar;
    }

    private void arrange() {
        center.getChildren().setAll(shown());
    }

    private Node shown() {
        if (model.stepsProperty().get() == null) {
            return model.problemProperty().get().isEmpty()
                    ? StatePane.loading(TEXTS.get("view.reading"))
                    : StatePane.error(TEXTS.get("view.unreadable"), model.problemProperty().get());
        }
        boolean hasGraph = model.graphProperty().get() != null;
        return mode.get() == Mode.GRAPH && hasGraph ? graph : table;
    }

    private void showProblem(String problem) {
        banners.getChildren().clear();
        if (model.stepsProperty().get() == null) {
            arrange();
        } else if (!problem.isEmpty()) {
            banners.getChildren()
                    .add(new Banner("danger", "mdoal-error", TEXTS.get("view.problem"), problem));
        }
    }
}
