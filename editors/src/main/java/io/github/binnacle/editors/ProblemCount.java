package io.github.binnacle.editors;

import io.github.binnacle.editors.pipeline.PipelineEditor;
import io.github.binnacle.ui.control.Controls;
import io.github.binnacle.ui.shell.Editor;
import io.github.binnacle.ui.text.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;

/** Counts the problems of what is in front, in the status bar; a click shows them. */
final class ProblemCount extends Button {
    private static final Texts TEXTS = Texts.of(ProblemCount.class);

    ProblemCount(Runnable showProblems) {
        getStyleClass().addAll("bn-status-item");
        setGraphic(Controls.icon("mdoal-error_outline"));
        setOnAction(_ -> showProblems.run());
        show(null);
    }

    void show(@Nullable Editor editor) {
        textProperty().unbind();
        boolean hasProblems = editor instanceof PipelineEditor;
        setVisible(hasProblems);
        setManaged(hasProblems);
        if (editor instanceof PipelineEditor pipeline) {
            ObservableValue<String> count =
                    pipeline.model()
                            .problemsProperty()
                            .map(problems ->
                                    TEXTS.get("status.problems", "count", problems.size()));
            textProperty().bind(count);
        }
    }
}
