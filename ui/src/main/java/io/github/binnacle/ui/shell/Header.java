package io.github.binnacle.ui.shell;

import io.github.binnacle.ui.control.Controls;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The strip at the top: logo, menus, what is in front, where work runs. */
final class Header extends StackPane {
    Header(Node logo, MenuBar menus, ObservableValue<String> title, Node place) {
        getStyleClass().add("bn-header");
        Label middle = Controls.label("", "bn-header-title");
        middle.textProperty().bind(title);
        middle.setMouseTransparent(true);
        HBox strip = new HBox(logo, menus, Controls.spacer(), place);
        strip.setAlignment(Pos.CENTER_LEFT);
        strip.getStyleClass().add("bn-header-strip");
        getChildren().addAll(strip, middle);
    }
}
