package io.github.binnacle.ui.log;

import io.github.binnacle.ui.control.Controls;
import io.github.binnacle.ui.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** Find, wrap and follow. */
final class LogTools extends HBox {
    private static final Texts TEXTS = Texts.of(LogTools.class);

    private final TextField find = new TextField();
    private final BooleanProperty wraps = new SimpleBooleanProperty();
    private final LogFollower follower;
    private final ListView<LogLine> list;

    LogTools(LogFollower follower, ListView<LogLine> list) {
        this.follower = follower;
        this.list = list;
        getStyleClass().add("bn-log-tools");
        find.getStyleClass().add("bn-find");
        find.setPromptText(TEXTS.get("find"));
        find.setAccessibleText(TEXTS.get("find"));
        find.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        Label count = Controls.label("", "bn-caption", "bn-muted");
        count.textProperty()
                .bind(Bindings.createStringBinding(this::count, sought(), list.getItems()));
        Label problem = Controls.label("", "bn-caption", "bn-danger-text");
        problem.textProperty().bind(follower.problemProperty());
        ToggleButton wrap = Controls.iconToggle("mdomz-wrap_text", TEXTS.get("wrap"));
        wrap.selectedProperty().bindBidirectional(wraps);
        ToggleButton follow = new ToggleButton(TEXTS.get("follow"));
        follow.setGraphic(Controls.icon("mdomz-vertical_align_bottom"));
        follow.getStyleClass().add("bn-follow");
        follow.selectedProperty().bindBidirectional(follower.followingProperty());
        getChildren().addAll(problem, count, find, wrap, follow);
    }

    StringProperty sought() {
        return find.textProperty();
    }

    BooleanProperty wraps() {
        return wraps;
    }

    void focusFind() {
        find.requestFocus();
        find.selectAll();
    }

    /** Goes to the next line that matches. */
    void find(int by) {
        int from = list.getSelectionModel().getSelectedIndex();
        int start = from < 0 && by > 0 ? -1 : Math.max(0, from);
        int at = LogSearch.next(list.getItems(), find.getText(), start, by);
        if (at >= 0) {
            follower.followingProperty().set(false);
            list.getSelectionModel().clearAndSelect(at);
            list.scrollTo(Math.max(0, at - 3));
        }
    }

    private String count() {
        return find.getText().isEmpty()
                ? ""
                : TEXTS.get("found", "count", LogSearch.count(list.getItems(), find.getText()));
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.F3) {
            find(event.isShiftDown() ? -1 : 1);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            find.clear();
            list.requestFocus();
            event.consume();
        }
    }
}
