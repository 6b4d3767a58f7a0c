package io.github.binnacle.editors.run;

import io.github.binnacle.editors.parts.ArtifactView;
import io.github.binnacle.editors.parts.PortSwatch;
import io.github.binnacle.editors.parts.RunSteps;
import io.github.binnacle.editors.parts.TypeLook;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.run.TaskSnapshot;
import io.github.binnacle.ui.control.Controls;
import io.github.binnacle.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Everything that a run has made, and the content of the one that is chosen. */
final class ArtifactsPanel extends StackPane {
    private static final Texts TEXTS = Texts.of(ArtifactsPanel.class);

    private final ListView<Row> list = new ListView<>();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ArtifactView view;
    private final RunViewModel model;
    private @Nullable RuntimeArtifact shown;

    private record Row(String step, String name, RuntimeArtifact artifact) {}

    ArtifactsPanel(RunViewModel model, ArtifactView view) {
        this.model = model;
        this.view = view;
        list.getStyleClass().add("bn-list");
        list.setAccessibleText(TEXTS.get("artifacts.list"));
        list.setPlaceholder(Controls.label(TEXTS.get("artifacts.none"), "bn-muted"));
        list.setCellFactory(_ -> new Cell());
        list.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> open(row));
        SplitPane split = new SplitPane(list, view);
        split.setDividerPositions(0.32);
        SplitPane.setResizableWithParent(list, false);
        getChildren().add(split);
        model.stepsProperty().subscribe(this::show);
    }

    /** How many there are. */
    ObservableValue<Number> count() {
        return count.getReadOnlyProperty();
    }

    /** Shows the content of one. */
    void choose(RuntimeArtifact artifact) {
        for (Row row : list.getItems()) {
            if (row.artifact().equals(artifact)) {
                list.getSelectionModel().select(row);
                list.scrollTo(row);
                return;
            }
        }
        open(new Row("", artifact.name(), artifact));
    }

    private void show(@Nullable RunSteps steps) {
        if (steps == null) {
            return;
        }
        List<Row> rows = new ArrayList<>();
        for (TaskSnapshot task : steps.leaves()) {
            String step = TaskTitles.of(task, model);
            task.outputs()
                    .artifacts()
                    .forEach((name, artifacts) ->
                            artifacts.forEach(one -> rows.add(new Row(step, name, one))));
        }
        if (!rows.equals(list.getItems())) {
            Row selected = list.getSelectionModel().getSelectedItem();
            list.getItems().setAll(rows);
            count.set(rows.size());
            list.getSelectionModel().select(selected);
        }
    }

    private void open(@Nullable Row row) {
        if (row != null && !Objects.equals(row.artifact(), shown)) {
            shown = row.artifact();
            view.show(row.artifact());
        }
    }

    private static final class Cell extends ListCell<Row> {
        Cell() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean isEmpty) {
            super.updateItem(row, isEmpty);
            if (row == null || isEmpty) {
                setGraphic(null);
                return;
            }
            Label size =
                    Controls.label(ArtifactCards.size(row.artifact()), "bn-caption", "bn-muted");
            size.setMinWidth(Region.USE_PREF_SIZE);
            VBox words =
                    Controls.lines(
                            Controls.label(row.name(), "bn-name"),
                            Controls.label(row.step(), "bn-caption", "bn-muted"));
            setGraphic(
                    Controls.row(
                            new PortSwatch(TypeLook.token(row.artifact().type()), false),
                            words,
                            Controls.spacer(),
                            size));
        }
    }
}
