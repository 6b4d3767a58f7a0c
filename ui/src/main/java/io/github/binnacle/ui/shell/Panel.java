package io.github.binnacle.ui.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/**
 * One page of the bottom panel.
 *
 * @param id of its kind, by which it is chosen again in another editor
 * @param tools controls at the right of the panel's head
 * @param count figure beside its name; 0 shows none
 */
public record Panel(
        String id, String title, Node content, Node tools, ObservableValue<Number> count) {
    public static final String PROBLEMS = "problems";
    public static final String LOGS = "logs";
}
