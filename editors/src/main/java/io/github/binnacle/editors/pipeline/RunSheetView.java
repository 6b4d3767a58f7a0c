package io.github.binnacle.editors.pipeline;

import io.github.binnacle.editors.parts.ProblemsView;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.ui.control.Controls;
import io.github.binnacle.ui.form.FormView;
import io.github.binnacle.ui.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The sheet at the right side that asks for what a run needs. */
final class RunSheetView extends BorderPane {
    private static final Texts TEXTS = Texts.of(RunSheetView.class);

    private final VBox body = new VBox();
    private final VBox answers = new VBox(8);
    private final RunSheetModel model;

    RunSheetView(RunSheetModel model, Runnable close) {
        this.model = model;
        getStyleClass().add("bn-sheet");
        body.getStyleClass().add("bn-sheet-body");
        body.getChildren()
                .addAll(trust(), answers, target(), new FormView(model.form()), options());
        if (model.form().fields().isEmpty()) {
            body.getChildren()
                    .add(
                            3,
                            Controls.paragraph(
                                    TEXTS.get("sheet.no-inputs"), "bn-small", "bn-muted"));
        }
        ScrollPane scroll = new ScrollPane(body);
        scroll.getStyleClass().add("bn-scroll");
        scroll.setFitToWidth(true);
        setTop(head(close));
        setCenter(scroll);
        setBottom(foot(close));
        model.refusalsProperty().subscribe(this::showRefusals);
        model.failureProperty().addListener((_, _, reason) -> showFailure(reason));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
            } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                model.run();
            }
        });
    }

    private HBox head(Runnable close) {
        Label title =
                Controls.label(TEXTS.get("sheet.title", "name", model.pipelineName()), "bn-title");
        HBox head =
                new HBox(
                        title,
                        Controls.spacer(),
                        Controls.iconButton("mdoal-close", TEXTS.get("sheet.close"), close));
        head.getStyleClass().add("bn-sheet-head");
        return head;
    }

    private Node trust() {
        Label sentence =
                Controls.paragraph(
                        TEXTS.get("sheet.trust", "folder", model.project().toString()), "bn-small");
        VBox box =
                new VBox(
                        4,
                        Controls.paragraph(TEXTS.get("sheet.trust-title"), "bn-strong"),
                        sentence);
        box.getStyleClass().addAll("bn-message", "bn-message-warning");
        box.visibleProperty().bind(model.trustedProperty().not());
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private static VBox target() {
        Label place = Controls.label(TEXTS.get("sheet.this-computer"), "bn-value");
        place.setGraphic(Controls.icon("mdoal-computer"));
        place.setMaxWidth(Double.MAX_VALUE);
        VBox field = new VBox(Controls.label(TEXTS.get("sheet.target"), "bn-field-label"), place);
        field.getStyleClass().add("bn-field");
        return field;
    }

    private CheckBox options() {
        CheckBox reuse = new CheckBox(TEXTS.get("sheet.reuse"));
        reuse.setWrapText(true);
        reuse.selectedProperty().bindBidirectional(model.useCacheProperty());
        return reuse;
    }

    private HBox foot(Runnable close) {
        Button run = Controls.primary("", "mdomz-play_arrow", model::run);
        run.setId("run-now");
        run.textProperty()
                .bind(
                        model.trustedProperty()
                                .map(isTrusted ->
                                        isTrusted
                                                ? TEXTS.get("sheet.run")
                                                : TEXTS.get("sheet.trust-and-run")));
        run.disableProperty().bind(model.form().valid().not().or(model.submittingProperty()));
        HBox foot =
                new HBox(
                        Controls.spacer(),
                        Controls.button(TEXTS.get("sheet.cancel"), "", close),
                        run);
        foot.getStyleClass().add("bn-sheet-foot");
        return foot;
    }

    private void showRefusals(List<Problem> problems) {
        answers.getChildren().clear();
        for (Problem problem : problems) {
            HBox row =
                    Controls.row(
                            ProblemsView.sign(problem.severity()),
                            Controls.paragraph(problem.message(), "bn-small"));
            row.getStyleClass().addAll("bn-message", "bn-message-danger");
            answers.getChildren().add(row);
        }
    }

    private void showFailure(String reason) {
        answers.getChildren().clear();
        if (!reason.isEmpty()) {
            VBox box =
                    new VBox(
                            4,
                            Controls.paragraph(TEXTS.get("sheet.failed"), "bn-strong"),
                            Controls.paragraph(reason, "bn-small"));
            box.getStyleClass().addAll("bn-message", "bn-message-danger");
            answers.getChildren().add(box);
        }
    }

    /** Puts the focus where the user begins. */
    void focusFirst() {
        Node first = lookup(".text-field");
        Node run = lookup("#run-now");
        if (first != null) {
            first.requestFocus();
        } else if (run != null) {
            run.requestFocus();
        }
    }
}
