package io.github.binnacle.ui.log;

import io.github.binnacle.ui.log.LogLine.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** Draws one line of a log, with what was searched for marked. */
final class LogCell extends ListCell<LogLine> {
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final TextFlow flow = new TextFlow();
    private final ObservableValue<String> sought;
    private final ObservableValue<Boolean> wraps;

    LogCell(ObservableValue<String> sought, ObservableValue<Boolean> wraps) {
        this.sought = sought;
        this.wraps = wraps;
        getStyleClass().add("bn-log-line");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        sought.subscribe(_ -> show(getItem()));
        wraps.subscribe(_ -> show(getItem()));
    }

    @Override
    protected void updateItem(@Nullable LogLine line, boolean isEmpty) {
        super.updateItem(line, isEmpty);
        show(isEmpty ? null : line);
    }

    private void show(@Nullable LogLine line) {
        if (line == null) {
            setGraphic(null);
            setAccessibleText("");
            mark(LogLine.Level.PLAIN);
            return;
        }
        List<Node> parts = new ArrayList<>();
        line.spans().forEach(span -> split(span, parts));
        flow.getChildren().setAll(parts);
        fit();
        setGraphic(flow);
        setAccessibleText(line.text());
        mark(line.level());
    }

    private void fit() {
        if (wraps.getValue()) {
            flow.setMinWidth(0);
            flow.prefWidthProperty().bind(getListView().widthProperty().subtract(40));
        } else {
            flow.prefWidthProperty().unbind();
            flow.setPrefWidth(Region.USE_COMPUTED_SIZE);
            flow.setMinWidth(Region.USE_PREF_SIZE);
        }
    }

    private void mark(LogLine.Level level) {
        pseudoClassStateChanged(WARNING, level == LogLine.Level.WARNING);
        pseudoClassStateChanged(ERROR, level == LogLine.Level.ERROR);
    }

    private void split(Span span, List<Node> parts) {
        String text = span.text();
        String needle = sought.getValue().toLowerCase(Locale.ROOT);
        int from = 0;
        if (!needle.isEmpty()) {
            String lower = text.toLowerCase(Locale.ROOT);
            for (int at = lower.indexOf(needle); at >= 0; at = lower.indexOf(needle, from)) {
                parts.add(text(text.substring(from, at), span.style()));
                from = at + needle.length();
                parts.add(text(text.substring(at, from), "bn-found"));
            }
        }
        parts.add(text(text.substring(from), span.style()));
    }

    private static Text text(String content, String style) {
        Text text = new Text(content);
        text.getStyleClass().add("bn-log-text");
        if (!style.isEmpty()) {
            text.getStyleClass().add(style);
        }
        return text;
    }
}
