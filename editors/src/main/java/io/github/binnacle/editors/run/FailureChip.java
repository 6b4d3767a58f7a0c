package io.github.binnacle.editors.run;

import io.github.binnacle.editors.parts.RunSteps;
import io.github.binnacle.editors.parts.StateGlyph;
import io.github.binnacle.editors.parts.StepLook;
import io.github.binnacle.model.run.TaskSnapshot;
import io.github.binnacle.ui.text.Texts;
import java.util.Optional;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;

/** Says which step failed; a click goes there. Not there if none did. */
final class FailureChip extends Button {
    private static final Texts TEXTS = Texts.of(FailureChip.class);

    private final RunViewModel model;

    FailureChip(RunViewModel model) {
        this.model = model;
        getStyleClass().addAll("bn-chip", "bn-chip-danger", "bn-failure-chip");
        setGraphic(new StateGlyph(StepLook.FAILED, 13));
        model.stepsProperty().subscribe(this::show);
    }

    private void show(@Nullable RunSteps steps) {
        Optional<TaskSnapshot> failed =
                steps == null
                        ? Optional.empty()
                        : steps.leaves().stream()
                                .filter(task -> StepLook.of(task.state()) == StepLook.FAILED)
                                .findFirst();
        setVisible(failed.isPresent());
        setManaged(failed.isPresent());
        failed.ifPresent(task -> {
            setText(TEXTS.get("chip.failed", "step", TaskTitles.of(task, model)));
            setOnAction(_ -> model.selection().selectTask(task.path()));
        });
    }
}
