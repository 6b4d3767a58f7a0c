package io.github.binnacle.ui.control;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** Lets the user pick one of a few, side by side. One is always picked. */
public final class ViewSwitch<T> extends HBox {
    private final ToggleGroup group = new ToggleGroup();

    public ViewSwitch(List<Choice<T>> choices, ObjectProperty<T> picked) {
        getStyleClass().add("bn-switch");
        for (Choice<T> choice : choices) {
            getChildren().add(button(choice, picked));
        }
        picked.addListener((_, _, value) -> show(value));
        show(picked.get());
    }

    private ToggleButton button(Choice<T> choice, ObjectProperty<T> picked) {
        ToggleButton button = new ToggleButton(choice.text());
        if (!choice.icon().isEmpty()) {
            button.setGraphic(Controls.icon(choice.icon()));
        }
        button.setToggleGroup(group);
        button.setUserData(choice.value());
        button.setOnAction(_ -> {
            button.setSelected(true);
            picked.set(choice.value());
        });
        return button;
    }

    private void show(T value) {
        for (Toggle toggle : group.getToggles()) {
            toggle.setSelected(value.equals(toggle.getUserData()));
        }
    }

    /**
     * @param icon code of the icon packs; empty for none
     */
    public record Choice<T>(T value, String text, String icon) {}
}
