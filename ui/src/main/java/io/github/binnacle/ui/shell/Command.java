package io.github.binnacle.ui.shell;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;

/**
 * Something the user can ask for, by menu or key.
 *
 * @param id stays the same, whatever the language
 * @param keys such as {@code Shortcut+R}; empty if it has none
 */
public record Command(
        String id, String title, String keys, Runnable action, ObservableValue<Boolean> enabled) {

    public Command(String id, String title, String keys, Runnable action) {
        this(id, title, keys, action, new SimpleBooleanProperty(true));
    }

    KeyCombination combination() {
        return KeyCombination.valueOf(keys);
    }

    void run() {
        if (enabled.getValue()) {
            action.run();
        }
    }
}
