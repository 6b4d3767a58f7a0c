package io.github.binnacle.ui.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/**
 * One thing people do here: an icon at the left edge, and what the navigator shows for it.
 *
 * @param keys such as {@code Shortcut+3}
 * @param badge count of what is running; 0 shows none
 * @param tools controls at the right of the navigator's head
 */
public record Activity(
        String id,
        String title,
        String icon,
        String keys,
        Node navigator,
        Node tools,
        ObservableValue<Number> badge) {}
