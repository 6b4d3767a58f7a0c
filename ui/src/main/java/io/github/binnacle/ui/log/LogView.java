package io.github.binnacle.ui.log;

import io.github.binnacle.ui.control.Controls;
import io.github.binnacle.ui.fx.Lifetime;
import io.github.binnacle.ui.text.Texts;
import java.util.List;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/** Shows a log as it grows, in bounded memory, with find, follow, wrap and copy. */
public final class LogView extends BorderPane implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(LogView.class);
    private static final Duration POLL = Duration.millis(300);
    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");
    private static final KeyCombination FIND = KeyCombination.valueOf("Shortcut+F");

    private final ListView<LogLine> list = new ListView<>();
    private final Lifetime lifetime = new Lifetime();
    private final LogFollower follower;
    private final LogTools tools;
    private final Button earlier;

    public LogView(LogFollower follower) {
        this.follower = follower;
        tools = new LogTools(follower, list);
        earlier =
                Controls.button(TEXTS.get("earlier"), "mdoal-arrow_upward", follower::readEarlier);
        getStyleClass().add("bn-log");
        list.getStyleClass().add("bn-log-list");
        list.setAccessibleText(TEXTS.get("list"));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> new LogCell(tools.sought(), tools.wraps()));
        list.addEventFilter(ScrollEvent.SCROLL, this::scrolled);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        setCenter(list);
        lifetime.add(follower.windowProperty().subscribe(this::show)::unsubscribe);
        lifetime.add(follower.followingProperty().subscribe(_ -> scrollToEnd())::unsubscribe);
        Timeline timeline = new Timeline(new KeyFrame(POLL, _ -> follower.poll()));
        timeline.setCycleCount(Animation.INDEFINITE);
        lifetime.play(timeline);
    }

    /** Returns find, wrap and follow, to stand in the panel's head. */
    public HBox tools() {
        return tools;
    }

    @Override
    public void close() {
        lifetime.close();
    }

    private void show(LogWindow window) {
        replace(window.lines());
        setTop(window.hasEarlier() ? earlier : null);
        scrollToEnd();
    }

    /** Changes only what differs, so that selection and place stay. */
    private void replace(List<LogLine> lines) {
        List<LogLine> shown = list.getItems();
        int same = 0;
        int most = Math.min(shown.size(), lines.size());
        while (same < most && shown.get(same) == lines.get(same)) {
            same++;
        }
        if (same == 0) {
            list.getItems().setAll(lines);
        } else {
            shown.subList(same, shown.size()).clear();
            shown.addAll(lines.subList(same, lines.size()));
        }
    }

    private void scrollToEnd() {
        if (follower.followingProperty().get() && !list.getItems().isEmpty()) {
            list.scrollTo(list.getItems().size() - 1);
        }
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() > 0) {
            follower.followingProperty().set(false);
        }
    }

    private void pressed(KeyEvent event) {
        if (COPY.match(event)) {
            copy();
            event.consume();
        } else if (FIND.match(event)) {
            tools.focusFind();
            event.consume();
        } else if (event.getCode() == KeyCode.F3) {
            tools.find(event.isShiftDown() ? -1 : 1);
            event.consume();
        } else if (event.getCode() == KeyCode.END) {
            follower.followingProperty().set(true);
        } else if (event.getCode() == KeyCode.PAGE_UP || event.getCode() == KeyCode.HOME) {
            follower.followingProperty().set(false);
        } else if (event.getCode() == KeyCode.W) {
            tools.wraps().set(!tools.wraps().get());
        }
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(
                list.getSelectionModel().getSelectedItems().stream()
                        .map(LogLine::text)
                        .collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
