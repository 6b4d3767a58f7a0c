package io.github.binnacle.ui.shell;

import io.github.binnacle.ui.control.Controls;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The panels of the editor in front, one shown at a time; the choice is kept by kind. */
final class BottomPanel extends BorderPane {
    private final HBox heads = new HBox();
    private final HBox tools = Controls.row();
    private final ToggleGroup group = new ToggleGroup();
    private List<Panel> panels = List.of();
    private String chosen = Panel.PROBLEMS;

    BottomPanel(Node close) {
        getStyleClass().add("bn-bottom");
        setMinSize(0, 0);
        heads.getStyleClass().add("bn-panel-heads");
        HBox head = new HBox(heads, Controls.spacer(), tools, close);
        head.getStyleClass().add("bn-panel-bar");
        setTop(head);
        setCenter(new Pane());
    }

    void show(List<Panel> shown) {
        panels = shown;
        heads.getChildren().setAll(shown.stream().map(this::head).toList());
        shown.stream()
                .filter(panel -> panel.id().equals(chosen))
                .findFirst()
                .or(() -> shown.stream().findFirst())
                .ifPresentOrElse(this::front, () -> setCenter(new Pane()));
    }

    /** Shows the panel of a kind, if the editor in front has one. */
    void choose(String id) {
        chosen = id;
        panels.stream().filter(panel -> panel.id().equals(id)).findFirst().ifPresent(this::front);
    }

    private ToggleButton head(Panel panel) {
        ToggleButton head = new ToggleButton(panel.title());
        head.getStyleClass().add("bn-panel-head");
        head.setToggleGroup(group);
        head.setUserData(panel.id());
        Label count = Controls.label("", "bn-count");
        count.textProperty().bind(panel.count().map(Number::toString));
        panel.count().subscribe(number -> head.setGraphic(number.intValue() > 0 ? count : null));
        head.setOnAction(_ -> choose(panel.id()));
        return head;
    }

    private void front(Panel panel) {
        group.getToggles()
                .forEach(toggle -> toggle.setSelected(panel.id().equals(toggle.getUserData())));
        if (panel.content() instanceof Region region) {
            region.setMinSize(0, 0);
        }
        setCenter(panel.content());
        tools.getChildren().setAll(panel.tools());
    }
}
