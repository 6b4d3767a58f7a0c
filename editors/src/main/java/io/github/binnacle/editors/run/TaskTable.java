package io.github.binnacle.editors.run;

import io.github.binnacle.editors.parts.RunSteps;
import io.github.binnacle.editors.parts.StateGlyph;
import io.github.binnacle.editors.parts.StepLook;
import io.github.binnacle.editors.parts.StepState;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskSnapshot;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.ui.text.Texts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The tasks of a run as a table, what needs attention first. */
final class TaskTable extends TableView<TaskSnapshot> {
    private static final Texts TEXTS = Texts.of(TaskTable.class);
    private static final Comparator<TaskSnapshot> ATTENTION_FIRST =
            Comparator.comparing(task -> StepLook.of(task.state()).urgency());

    private final RunViewModel model;
    private boolean isUpdating;

    TaskTable(RunViewModel model) {
        this.model = model;
        getStyleClass().add("bn-table");
        setAccessibleText(TEXTS.get("table.list"));
        setPlaceholder(new Label(TEXTS.get("table.empty")));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        TableColumn<TaskSnapshot, TaskSnapshot> state = new TableColumn<>(TEXTS.get("table.state"));
        state.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        state.setCellFactory(_ -> new StateCell());
        state.setPrefWidth(130);
        state.setMinWidth(116);
        getColumns().add(state);
        addColumn(TEXTS.get("table.step"), 240, task -> TaskTitles.of(task, model));
        addColumn(TEXTS.get("table.time"), 90, task -> StepState.duration(task, Instant.now()));
        addColumn(TEXTS.get("table.tries"), 60, TaskTable::tries);
        addColumn(TEXTS.get("table.note"), 420, TaskTable::note);
        model.stepsProperty().subscribe(this::show);
        getSelectionModel().selectedItemProperty().addListener((_, _, task) -> select(task));
    }

    private void addColumn(String title, double width, Function<TaskSnapshot, String> text) {
        TableColumn<TaskSnapshot, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 72));
        getColumns().add(column);
    }

    private static String tries(TaskSnapshot task) {
        return task.attempts().isEmpty() ? "" : String.valueOf(task.attempts().size());
    }

    private static String note(TaskSnapshot task) {
        return switch (task.state()) {
            case TaskState.Pending(String reason) -> reason;
            case TaskState.Skipped(String reason) -> reason;
            case TaskState.Failed(TaskState.Explanation why) -> why.sentence();
            case TaskState.Cached(_, _) -> TEXTS.get("table.reused");
            case TaskState.Running _, TaskState.Succeeded _ -> "";
            case TaskState.Canceled _, TaskState.Interrupted _ -> "";
        };
    }

    /** Renews the rows in place, keeping what is selected. */
    private void show(@Nullable RunSteps steps) {
        if (steps == null) {
            return;
        }
        TaskSnapshot selected = getSelectionModel().getSelectedItem();
        List<TaskSnapshot> rows = steps.leaves().stream().sorted(ATTENTION_FIRST).toList();
        isUpdating = true;
        getItems().setAll(rows);
        if (selected != null) {
            selectRow(selected.path());
        }
        isUpdating = false;
    }

    private void selectRow(TaskPath path) {
        for (TaskSnapshot row : getItems()) {
            if (row.path().equals(path)) {
                getSelectionModel().select(row);
            }
        }
    }

    private void select(@Nullable TaskSnapshot task) {
        if (task != null && !isUpdating) {
            model.selection().selectTask(task.path());
        }
    }

    private static final class StateCell extends TableCell<TaskSnapshot, TaskSnapshot> {
        @Override
        protected void updateItem(@Nullable TaskSnapshot task, boolean isEmpty) {
            super.updateItem(task, isEmpty);
            if (task == null || isEmpty) {
                setText(null);
                setGraphic(null);
                return;
            }
            StepLook look = StepLook.of(task.state());
            setText(look.word());
            setGraphic(new StateGlyph(look, 15));
        }
    }
}
