package io.github.binnacle.editors.run;

import io.github.binnacle.editors.parts.RunSteps;
import io.github.binnacle.editors.parts.StateGlyph;
import io.github.binnacle.editors.parts.StepLook;
import io.github.binnacle.editors.parts.ValueText;
import io.github.binnacle.model.run.TaskSnapshot;
import io.github.binnacle.model.value.Value;
import io.github.binnacle.ui.control.Controls;
import io.github.binnacle.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;

/** Lets the user pick an iteration of each loop around the selected step. */
final class IterationBar extends HBox {
    private static final Texts TEXTS = Texts.of(IterationBar.class);

    private final RunViewModel model;

    IterationBar(RunViewModel model) {
        this.model = model;
        getStyleClass().add("bn-row");
        model.stepsProperty().subscribe(_ -> show());
        model.selection().placeProperty().subscribe(_ -> show());
        model.selection().choiceProperty().subscribe(_ -> show());
    }

    private void show() {
        RunSteps steps = model.stepsProperty().get();
        List<MenuButton> pickers = new ArrayList<>();
        List<String> place = model.selection().placeProperty().get();
        for (int length = 1; steps != null && length <= place.size(); length++) {
            List<String> loop = place.subList(0, length);
            List<TaskSnapshot> iterations =
                    steps.iterations(loop, model.selection().choiceProperty().get());
            if (!iterations.isEmpty()) {
                pickers.add(picker(loop, iterations));
            }
        }
        getChildren().setAll(pickers);
    }

    private MenuButton picker(List<String> loop, List<TaskSnapshot> iterations) {
        Optional<Integer> chosen = model.selection().choiceProperty().get().of(loop);
        String text =
                chosen.map(index ->
                                TEXTS.get(
                                        "iteration.one",
                                        "number",
                                        index + 1,
                                        "count",
                                        iterations.size()))
                        .orElseGet(() -> TEXTS.get("iteration.all", "count", iterations.size()));
        MenuButton picker = new MenuButton(text, Controls.icon("mdoal-loop"));
        picker.getStyleClass().addAll("bn-button", "bn-picker");
        MenuItem all = new MenuItem(TEXTS.get("iteration.all", "count", iterations.size()));
        all.setOnAction(_ -> model.selection().chooseIteration(loop, -1));
        picker.getItems().add(all);
        for (TaskSnapshot iteration : iterations) {
            picker.getItems().add(item(loop, iteration));
        }
        return picker;
    }

    private MenuItem item(List<String> loop, TaskSnapshot iteration) {
        int index = iteration.path().segments().getLast().iteration();
        String value =
                iteration.inputs().parameters().entrySet().stream()
                        .filter(input -> input.getKey().contains("loop-item"))
                        .map(input -> brief(input.getValue()))
                        .findFirst()
                        .orElse("");
        MenuItem item =
                new MenuItem(
                        value.isEmpty() ? String.valueOf(index + 1) : (index + 1) + " · " + value,
                        new StateGlyph(StepLook.of(iteration.state()), 14));
        item.setOnAction(_ -> model.selection().chooseIteration(loop, index));
        return item;
    }

    private static String brief(Value value) {
        String text = ValueText.brief(value);
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }
}
