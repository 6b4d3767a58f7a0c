package io.github.binnacle.editors.run;

import io.github.binnacle.editors.parts.StateGlyph;
import io.github.binnacle.editors.parts.StepLook;
import io.github.binnacle.model.run.Attempt;
import io.github.binnacle.model.run.TaskSnapshot;
import io.github.binnacle.ui.control.Controls;
import io.github.binnacle.ui.control.StatePane;
import io.github.binnacle.ui.log.LogFollower;
import io.github.binnacle.ui.log.LogView;
import io.github.binnacle.ui.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The log of the selected step; every try can be chosen. */
final class LogPanel extends BorderPane implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(LogPanel.class);

    private final Label step = Controls.chip("", "accent");
    private final MenuButton tries = new MenuButton();
    private final StackPane center = new StackPane();
    private final LogFollower follower;
    private final LogView view;
    private final RunViewModel model;

    LogPanel(RunViewModel model, LogFollower follower) {
        this.model = model;
        this.follower = follower;
        view = new LogView(follower);
        tries.getStyleClass().addAll("bn-button", "bn-picker");
        HBox head = new HBox(step, tries);
        head.getStyleClass().add("bn-log-head");
        setTop(head);
        setCenter(center);
        model.selection().logProperty().subscribe(this::showLog);
        model.selection().taskProperty().subscribe(this::showTask);
    }

    HBox tools() {
        return view.tools();
    }

    private void showLog(@Nullable TaskLog log) {
        follower.show(log);
        center.getChildren()
                .setAll(
                        log == null
                                ? StatePane.empty("mdoal-article", TEXTS.get("log.none"))
                                : view);
    }

    private void showTask(@Nullable TaskSnapshot task) {
        boolean isShown = task != null && !task.path().isRoot();
        step.setVisible(isShown);
        step.setManaged(isShown);
        boolean hasTries = task != null && task.attempts().size() > 1;
        tries.setVisible(hasTries);
        tries.setManaged(hasTries);
        if (task != null) {
            step.setText(TaskTitles.of(task, model));
        }
        if (hasTries && task != null) {
            tries.setText(TEXTS.get("log.tries", "count", task.attempts().size()));
            tries.getItems().setAll(task.attempts().stream().map(this::item).toList());
        }
    }

    private MenuItem item(Attempt attempt) {
        StepLook look = StepLook.of(attempt.state());
        MenuItem item =
                new MenuItem(
                        TEXTS.get("log.try", "number", attempt.number(), "state", look.word()),
                        new StateGlyph(look, 14));
        item.setOnAction(_ -> model.selection().chooseAttempt(attempt.number()));
        return item;
    }

    @Override
    public void close() {
        view.close();
    }
}
