package io.github.binnacle.editors.run;

import io.github.binnacle.editors.parts.Sections;
import io.github.binnacle.editors.parts.StateGlyph;
import io.github.binnacle.editors.parts.StepLook;
import io.github.binnacle.editors.parts.StepState;
import io.github.binnacle.editors.parts.StepTitles;
import io.github.binnacle.editors.parts.ValueText;
import io.github.binnacle.model.run.Attempt;
import io.github.binnacle.model.run.Run;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.run.TaskSnapshot;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.run.TaskValues;
import io.github.binnacle.ui.control.Controls;
import io.github.binnacle.ui.text.Figures;
import io.github.binnacle.ui.text.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Describes the selected step of a run: how it went, what went in and came out. */
final class RunInspector extends BorderPane {
    private static final Texts TEXTS = Texts.of(RunInspector.class);

    private final RunViewModel model;
    private final ArtifactCards cards;
    private final Runnable showLog;
    private @Nullable Object shown;

    RunInspector(RunViewModel model, Consumer<RuntimeArtifact> preview, Runnable showLog) {
        this.model = model;
        this.showLog = showLog;
        cards = new ArtifactCards(preview);
        model.selection().taskProperty().subscribe(_ -> show());
        model.selection().attemptProperty().subscribe(_ -> show());
        model.stepsProperty().subscribe(_ -> show());
        model.graphProperty().subscribe(_ -> show());
    }

    private void show() {
        TaskSnapshot task = model.selection().taskProperty().get();
        boolean isRun = task == null || task.path().isRoot();
        Object now = isRun ? model.run().orElse(null) : task;
        if (now == null) {
            setCenter(new Pane());
        } else if (!now.equals(shown)) {
            shown = now;
            setCenter((isRun ? run(model.run().orElseThrow()) : task(task)).scrolling());
        }
    }

    private Sections run(Run run) {
        Sections sections = new Sections();
        sections.head(
                new StateGlyph(StepLook.of(run.state()), 18),
                TEXTS.get("inspector.run", "number", run.number()),
                run.pipelineName());
        if (!run.problem().isEmpty()) {
            sections.add(why(run.problem(), ""));
        }
        if (!model.selection().placeProperty().get().isEmpty()) {
            sections.text(TEXTS.get("inspector.not-reached"));
        }
        addValues(
                sections,
                TEXTS.get("inspector.parameters"),
                new TaskValues(run.parameters(), Map.of()));
        addValues(sections, TEXTS.get("inspector.results"), run.outputs());
        sections.section(TEXTS.get("inspector.record"));
        sections.fact(
                TEXTS.get("inspector.started"),
                Figures.exact(run.createdAt(), ZoneId.systemDefault()));
        sections.fact(TEXTS.get("inspector.id"), run.id().value());
        if (!run.documentPath().isEmpty()) {
            sections.fact(TEXTS.get("inspector.file"), run.documentPath());
        }
        sections.fact(TEXTS.get("inspector.folder"), run.folder());
        return sections;
    }

    private Sections task(TaskSnapshot task) {
        StepLook look = StepLook.of(task.state());
        String took = StepState.duration(task, Instant.now());
        Sections sections = new Sections();
        sections.head(
                new StateGlyph(look, 18),
                TaskTitles.of(task, model),
                took.isEmpty() || look == StepLook.RUNNING
                        ? look.word()
                        : TEXTS.get("inspector.took", "state", look.word(), "time", took));
        addReason(sections, task);
        addAttempts(sections, task);
        addValues(sections, TEXTS.get("inspector.outputs"), task.outputs());
        addValues(sections, TEXTS.get("inspector.inputs"), task.inputs());
        return sections;
    }

    private void addReason(Sections sections, TaskSnapshot task) {
        switch (task.state()) {
            case TaskState.Failed(TaskState.Explanation why) ->
                    sections.add(
                            why(
                                    why.sentence(),
                                    why.exitCode() == null
                                            ? ""
                                            : TEXTS.get("inspector.exit", "code", why.exitCode())));
            case TaskState.Pending(String reason) -> sections.text(reason);
            case TaskState.Skipped(String reason) -> sections.text(reason);
            case TaskState.Cached(_, _) -> sections.text(TEXTS.get("inspector.reused"));
            case TaskState.Interrupted _ -> sections.text(TEXTS.get("inspector.interrupted"));
            case TaskState.Running _, TaskState.Succeeded _, TaskState.Canceled _ -> {}
        }
    }

    /** Cause, evidence, and the way to more evidence. */
    private VBox why(String sentence, String evidence) {
        VBox box = new VBox(6, Controls.paragraph(sentence, "bn-small"));
        if (!evidence.isEmpty()) {
            box.getChildren().add(Controls.paragraph(evidence, "bn-caption", "bn-muted"));
        }
        box.getChildren()
                .add(Controls.button(TEXTS.get("inspector.open-log"), "mdoal-article", showLog));
        box.getStyleClass().addAll("bn-message", "bn-message-danger");
        return box;
    }

    private static void addAttempts(Sections sections, TaskSnapshot task) {
        if (task.attempts().size() < 2) {
            return;
        }
        sections.section(TEXTS.get("inspector.tries"));
        for (Attempt attempt : task.attempts()) {
            StepLook look = StepLook.of(attempt.state());
            sections.add(
                    Controls.row(
                            new StateGlyph(look, 14),
                            Controls.label(
                                    TEXTS.get(
                                            "inspector.try",
                                            "number",
                                            attempt.number(),
                                            "state",
                                            look.word()),
                                    "bn-small")));
        }
    }

    private void addValues(Sections sections, String title, TaskValues values) {
        if (values.parameters().isEmpty() && values.artifacts().isEmpty()) {
            return;
        }
        sections.section(title);
        values.artifacts()
                .forEach((name, list) ->
                        list.forEach(artifact -> sections.add(cards.card(name, artifact))));
        values.parameters()
                .forEach((name, value) ->
                        sections.fact(StepTitles.portName(name), ValueText.brief(value)));
    }
}
