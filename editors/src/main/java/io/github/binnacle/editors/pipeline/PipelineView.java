package io.github.binnacle.editors.pipeline;

import io.github.binnacle.editors.parts.GraphPane;
import io.github.binnacle.editors.parts.PipelineDrawing;
import io.github.binnacle.editors.parts.ProblemBadges;
import io.github.binnacle.editors.pipeline.PipelineViewModel.Mode;
import io.github.binnacle.model.document.SourceRange;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.ui.code.SourceText;
import io.github.binnacle.ui.control.Banner;
import io.github.binnacle.ui.control.Controls;
import io.github.binnacle.ui.control.StatePane;
import io.github.binnacle.ui.control.ViewSwitch;
import io.github.binnacle.ui.control.ViewSwitch.Choice;
import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.job.Jobs;
import io.github.binnacle.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One pipeline file: its graph, its text, or both, and the sheet that runs it. */
final class PipelineView extends BorderPane {
    private static final Texts TEXTS = Texts.of(PipelineView.class);

    private final GraphPane graph;
    private final PipelineText text;
    private final SplitPane split = new SplitPane();
    private final StackPane center = new StackPane();
    private final VBox top = new VBox();
    private final PipelineViewModel model;
    private Optional<GraphModel> drawing = Optional.empty();

    PipelineView(PipelineViewModel model, Jobs jobs) {
        this.model = model;
        graph = new GraphPane(jobs);
        text = new PipelineText(TEXTS.get("view.yaml"), model::selectAt);
        getStyleClass().add("bn-pipeline");
        top.getChildren().add(toolbar());
        setTop(top);
        setCenter(center);
        graph.setOnSelect(model.selectionProperty()::set);
        model.contentProperty().subscribe(this::show);
        model.problemsProperty().subscribe(this::showProblems);
        model.modeProperty().subscribe(_ -> arrange());
        model.selectionProperty().subscribe(this::showSelection);
        model.runSheetProperty().subscribe(this::showSheet);
    }

    private HBox toolbar() {
        Button run = Controls.primary(TEXTS.get("view.run"), "mdomz-play_arrow", model::askToRun);
        run.setId("run");
        Button validate =
                Controls.button(
                        TEXTS.get("view.validate"), "mdoal-check_circle_outline", model::validate);
        validate.getStyleClass().add("flat");
        model.contentProperty()
                .subscribe(_ -> {
                    run.setDisable(model.ready().isEmpty());
                    validate.setDisable(model.ready().isEmpty());
                });
        ViewSwitch<Mode> modes =
                new ViewSwitch<>(
                        List.of(
                                new Choice<>(
                                        Mode.GRAPH, TEXTS.get("mode.graph"), "mdoal-account_tree"),
                                new Choice<>(Mode.YAML, TEXTS.get("mode.yaml"), "mdoal-code"),
                                new Choice<>(
                                        Mode.SPLIT,
                                        TEXTS.get("mode.split"),
                                        "mdomz-vertical_split")),
                        model.modeProperty());
        return Controls.toolbar(run, validate, Controls.spacer(), modes);
    }

    private void show(PipelineContent content) {
        top.getChildren().subList(1, top.getChildren().size()).clear();
        switch (content) {
            case PipelineContent.Reading _ ->
                    center.getChildren()
                            .setAll(
                                    StatePane.loading(
                                            TEXTS.get("view.reading", "file", model.fileName())));
            case PipelineContent.Untrusted(SourceText source) -> {
                top.getChildren().add(trustBanner());
                showText(source);
            }
            case PipelineContent.Unreadable(SourceText source, List<Problem> problems) ->
                    showUnreadable(source, problems);
            case PipelineContent.Ready ready -> show(ready);
        }
    }

    private Banner trustBanner() {
        return new Banner(
                "warning",
                "mdoal-lock",
                TEXTS.get("trust.title"),
                TEXTS.get("trust.sentence", "file", model.fileName()),
                Controls.button(TEXTS.get("trust.action"), "", model::trustFolder));
    }

    private void showUnreadable(SourceText source, List<Problem> problems) {
        if (source.text().isEmpty()) {
            center.getChildren()
                    .setAll(
                            StatePane.error(
                                    TEXTS.get("view.unreadable"),
                                    problems.isEmpty() ? "" : problems.getFirst().message(),
                                    Controls.button(
                                            TEXTS.get("view.again"),
                                            "mdomz-refresh",
                                            model::reload)));
            return;
        }
        String first = problems.isEmpty() ? "" : placed(problems.getFirst());
        top.getChildren()
                .add(new Banner("danger", "mdoal-error", TEXTS.get("view.no-pipeline"), first));
        showText(source);
    }

    private static String placed(Problem problem) {
        SourceRange range = problem.range();
        return range == null
                ? problem.message()
                : TEXTS.get(
                        "view.placed",
                        "line",
                        range.line(),
                        "column",
                        range.column(),
                        "message",
                        problem.message());
    }

    private void showText(SourceText source) {
        drawing = Optional.empty();
        text.show(source);
        center.getChildren().setAll(text.view());
        showProblems(model.problemsProperty().get());
    }

    private void show(PipelineContent.Ready ready) {
        drawing = Optional.of(PipelineDrawing.of(ready.graph(), false));
        arrange();
        showProblems(model.problemsProperty().get());
        showSelection(model.selectionProperty().get());
    }

    private void arrange() {
        if (drawing.isEmpty()) {
            return;
        }
        if (model.modeProperty().get() != Mode.GRAPH) {
            loadText();
        }
        Node shown =
                switch (model.modeProperty().get()) {
                    case GRAPH -> graph;
                    case YAML -> text.view();
                    case SPLIT -> {
                        split.getItems().setAll(graph, text.view());
                        yield split;
                    }
                };
        center.getChildren().setAll(shown);
    }

    /** Fills the text view when it is first looked at: a large text takes a moment. */
    private void loadText() {
        model.ready().ifPresent(ready -> text.show(ready.source()));
        showSelection(model.selectionProperty().get());
    }

    private void showProblems(List<Problem> problems) {
        drawing.ifPresent(plain -> graph.show(ProblemBadges.on(plain, problems)));
        text.mark(problems);
    }

    private void showSelection(List<String> path) {
        graph.select(path);
        model.ready()
                .flatMap(ready -> ready.places().of(path))
                .ifPresentOrElse(text::emphasise, text::emphasiseNothing);
    }

    /** Takes the user to what a problem is about: its node, and its line. */
    void goTo(Problem problem) {
        ProblemBadges.path(problem.where()).ifPresent(model.selectionProperty()::set);
        SourceRange range = problem.range();
        if (range != null) {
            boolean hasNode =
                    ProblemBadges.path(problem.where()).filter(path -> !path.isEmpty()).isPresent();
            if (!hasNode && model.modeProperty().get() == Mode.GRAPH) {
                model.modeProperty().set(Mode.SPLIT);
            }
            text.goTo(range);
        }
    }

    private void showSheet(@Nullable RunSheetModel sheet) {
        if (sheet == null) {
            setRight(null);
            return;
        }
        RunSheetView view = new RunSheetView(sheet, model::closeRunSheet);
        setRight(view);
        view.focusFirst();
    }
}
