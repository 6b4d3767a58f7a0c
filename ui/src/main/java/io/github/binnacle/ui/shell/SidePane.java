package io.github.binnacle.ui.shell;

import io.github.binnacle.ui.control.Controls;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A region at a side: a head with a title and tools over what it shows. */
final class SidePane extends BorderPane {
    private final Label title = Controls.label("", "bn-side-title");
    private final HBox tools = Controls.row();

    SidePane(String styleClass) {
        getStyleClass().add(styleClass);
        setMinWidth(0);
        HBox head = new HBox(title, Controls.spacer(), tools);
        head.getStyleClass().add("bn-side-head");
        setTop(head);
    }

    void show(String text, Node content, @Nullable Node tool) {
        title.setText(text);
        tools.getChildren().clear();
        if (tool != null) {
            tools.getChildren().add(tool);
        }
        if (content instanceof Region region) {
            region.setMinWidth(0);
        }
        setCenter(content);
    }
}
