package io.github.binnacle.editors;

import io.github.binnacle.editors.parts.ProblemsView;
import io.github.binnacle.editors.pipeline.PipelineEditor;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import io.github.binnacle.ui.control.Controls;
import io.github.binnacle.ui.shell.Editor;
import io.github.binnacle.ui.text.Texts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** Counts errors and warnings of the pipeline in front, in the status bar; a click shows them. */
final class ProblemCount extends Button {
    private static final Texts TEXTS = Texts.of(ProblemCount.class);

    private final Label errors = Controls.label("");
    private final Label warnings = Controls.label("");
    private Subscription subscription = Subscription.EMPTY;

    ProblemCount(Runnable showProblems) {
        getStyleClass().addAll("bn-status-item");
        errors.setGraphic(ProblemsView.sign(Severity.ERROR));
        warnings.setGraphic(ProblemsView.sign(Severity.WARNING));
        setGraphic(Controls.row(errors, warnings));
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setOnAction(_ -> showProblems.run());
    }

    /** Turns to another editor; of what is no pipeline nothing is counted. */
    void show(@Nullable Editor editor) {
        subscription.unsubscribe();
        subscription = Subscription.EMPTY;
        setVisible(editor instanceof PipelineEditor);
        setManaged(isVisible());
        if (editor instanceof PipelineEditor pipeline) {
            subscription = pipeline.model().problemsProperty().subscribe(this::count);
        }
    }

    private void count(List<Problem> problems) {
        long wrong = count(problems, Severity.ERROR);
        long doubtful = count(problems, Severity.WARNING);
        errors.setText(String.valueOf(wrong));
        warnings.setText(String.valueOf(doubtful));
        setAccessibleText(TEXTS.get("status.problems", "errors", wrong, "warnings", doubtful));
    }

    private static long count(List<Problem> problems, Severity severity) {
        return problems.stream().filter(problem -> problem.severity() == severity).count();
    }
}
