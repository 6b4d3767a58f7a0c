package io.github.binnacle.editors.pipeline;

import io.github.binnacle.model.document.SourceRange;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.ui.code.CodeMark;
import io.github.binnacle.ui.code.CodeView;
import io.github.binnacle.ui.code.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** The text of a pipeline file, with its problems and the lines of the selected step marked. */
final class PipelineText {
    private final CodeView view;
    private SourceText source = SourceText.EMPTY;

    PipelineText(String accessibleText, IntConsumer onCaret) {
        view = new CodeView(accessibleText);
        view.setOnCaret(onCaret);
    }

    CodeView view() {
        return view;
    }

    void show(SourceText shown) {
        source = shown;
        view.show(shown);
    }

    void mark(List<Problem> problems) {
        view.setMarks(problems.stream().flatMap(problem -> mark(problem).stream()).toList());
    }

    private static Optional<CodeMark> mark(Problem problem) {
        SourceRange range = problem.range();
        return range == null
                ? Optional.empty()
                : Optional.of(
                        new CodeMark(
                                range.line() - 1,
                                range.column() - 1,
                                Math.max(1, range.end() - range.start()),
                                problem.severity(),
                                problem.message()));
    }

    /** Tints the lines of a step, and brings them into view unless the user is in the text. */
    void emphasise(SourceRange range) {
        int from = range.line() - 1;
        int end = Math.clamp(range.end(), 0, source.text().length());
        int start = Math.clamp(range.start(), 0, end);
        view.emphasise(from, from + (int) source.text().substring(start, end).lines().count());
        if (!view.isFocusWithin()) {
            goTo(range);
        }
    }

    void emphasiseNothing() {
        view.emphasise(0, 0);
    }

    void goTo(SourceRange range) {
        view.goTo(range.line() - 1, range.column() - 1);
    }
}
