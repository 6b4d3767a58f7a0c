package io.github.binnacle.ui.code;

import io.github.binnacle.model.problem.Severity;
import io.github.binnacle.ui.control.Controls;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The margin of one line: a sign if something is wrong there, and the number. */
final class GutterLine extends HBox {
    GutterLine(int number, int lineCount, List<CodeMark> marks) {
        getStyleClass().add("bn-gutter");
        StackPane sign = new StackPane();
        sign.getStyleClass().add("bn-gutter-sign");
        marks.stream()
                .map(CodeMark::severity)
                .min(Comparator.naturalOrder())
                .ifPresent(worst -> sign.getChildren().add(sign(worst, marks)));
        int width = Math.max(3, String.valueOf(lineCount).length());
        Label label = Controls.label(String.format("%" + width + "d", number), "bn-gutter-number");
        getChildren().addAll(sign, label);
    }

    private static Label sign(Severity severity, List<CodeMark> marks) {
        Label sign = Controls.label("", "bn-gutter-" + word(severity));
        sign.setGraphic(Controls.icon(icon(severity)));
        String messages = marks.stream().map(CodeMark::message).collect(Collectors.joining("\n"));
        sign.setTooltip(new Tooltip(messages));
        return sign;
    }

    private static String icon(Severity severity) {
        return switch (severity) {
            case ERROR -> "mdoal-error";
            case WARNING -> "mdomz-warning";
            case NOTE -> "mdoal-info";
        };
    }

    static String word(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }
}
