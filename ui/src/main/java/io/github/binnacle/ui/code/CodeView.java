package io.github.binnacle.ui.code;

import io.github.binnacle.ui.code.Highlighting.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.Caret.CaretVisibility;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.fxmisc.richtext.util.UndoUtils;

/**
 * Shows a source text, read-only. Only lines on the screen are highlighted, so size does not
 * matter.
 */
public final class CodeView extends StackPane {
    private static final Duration SETTLED = Duration.ofMillis(20);

    private final CodeArea area = new CodeArea();
    private SourceText source = SourceText.EMPTY;
    private Map<Integer, List<CodeMark>> marks = Map.of();
    private int emphasisFrom;
    private int emphasisTo;

    public CodeView(String accessibleText) {
        getStyleClass().add("bn-code-view");
        area.getStyleClass().add("bn-code-area");
        area.setEditable(false);
        area.setAccessibleText(accessibleText);
        area.setShowCaret(CaretVisibility.AUTO);
        area.setUndoManager(UndoUtils.noOpUndoManager());
        area.setParagraphGraphicFactory(this::gutter);
        area.viewportDirtyEvents().successionEnds(SETTLED).subscribe(_ -> highlightVisible());
        getChildren().add(new VirtualizedScrollPane<>(area));
    }

    /** Shows another text; the place stays if the texts are alike. */
    public void show(SourceText shown) {
        if (shown.equals(source)) {
            return;
        }
        source = shown;
        area.replaceText(shown.text());
        area.moveTo(0);
        area.requestFollowCaret();
    }

    public void setMarks(Collection<CodeMark> shown) {
        marks = shown.stream().collect(Collectors.groupingBy(CodeMark::line));
        area.setParagraphGraphicFactory(this::gutter);
        highlightVisible();
    }

    /**
     * Brings a place to the middle of the view and puts the caret there.
     *
     * @param line from 0
     */
    public void goTo(int line, int column) {
        int target = Math.clamp(line, 0, source.lineCount() - 1);
        area.moveTo(target, Math.min(column, area.getParagraphLength(target)));
        area.showParagraphAtCenter(target);
    }

    /**
     * Tints lines, those of the selected thing as a rule.
     *
     * @param from first line, from 0
     * @param to line after the last; the same for none
     */
    public void emphasise(int from, int to) {
        tint(emphasisFrom, emphasisTo, List.of());
        emphasisFrom = from;
        emphasisTo = Math.min(to, source.lineCount());
        tint(emphasisFrom, emphasisTo, List.of("bn-code-emphasis"));
    }

    private void tint(int from, int to, List<String> style) {
        for (int line = from; line < Math.min(to, area.getParagraphs().size()); line++) {
            area.setParagraphStyle(line, style);
        }
    }

    /** Tells where the user clicked or moved the caret to, as an offset in the text. */
    public void setOnCaret(IntConsumer receiver) {
        area.addEventHandler(
                MouseEvent.MOUSE_CLICKED, _ -> receiver.accept(area.getCaretPosition()));
        area.setOnKeyReleased(event -> {
            if (event.getCode().isNavigationKey()) {
                receiver.accept(area.getCaretPosition());
            }
        });
    }

    private Node gutter(int line) {
        return new GutterLine(line + 1, source.lineCount(), marks.getOrDefault(line, List.of()));
    }

    private void highlightVisible() {
        if (getScene() == null || area.getVisibleParagraphs().isEmpty()) {
            return;
        }
        int last = area.lastVisibleParToAllParIndex();
        for (int line = area.firstVisibleParToAllParIndex(); line <= last; line++) {
            highlight(line);
        }
    }

    private void highlight(int line) {
        if (line >= source.lineCount() || line >= area.getParagraphs().size()) {
            return;
        }
        int length = area.getParagraphLength(line);
        StyleSpans<Collection<String>> styles =
                styles(source.spans(line), marks.getOrDefault(line, List.of()), length);
        if (length > 0 && !area.getStyleSpans(line).equals(styles)) {
            area.setStyleSpans(line, 0, styles);
        }
    }

    private static StyleSpans<Collection<String>> styles(
            List<Span> spans, List<CodeMark> marks, int length) {
        StyleSpansBuilder<Collection<String>> builder = new StyleSpansBuilder<>();
        int at = 0;
        for (Span span : spans) {
            builder.add(List.of(), Math.max(0, span.start() - at));
            builder.add(List.of(span.style()), span.end() - span.start());
            at = span.end();
        }
        builder.add(List.of(), Math.max(0, length - at));
        StyleSpans<Collection<String>> styles = builder.create();
        for (CodeMark mark : marks) {
            styles = styles.overlay(underline(mark, length), CodeView::join);
        }
        return styles;
    }

    private static StyleSpans<Collection<String>> underline(CodeMark mark, int length) {
        int start = Math.clamp(mark.column(), 0, Math.max(0, length - 1));
        int end = Math.clamp((long) start + mark.length(), start, length);
        return new StyleSpansBuilder<Collection<String>>()
                .add(List.of(), start)
                .add(List.of("code-" + GutterLine.word(mark.severity())), end - start)
                .add(List.of(), length - end)
                .create();
    }

    private static Collection<String> join(Collection<String> one, Collection<String> other) {
        List<String> joined = new ArrayList<>(one);
        joined.addAll(other);
        return joined;
    }
}
