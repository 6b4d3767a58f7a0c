package io.github.binnacle.ui.graph.canvas;

import io.github.binnacle.ui.control.Controls;
import io.github.binnacle.ui.text.Texts;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

/** Zoom out, zoom, zoom in, show everything, the map. */
final class ZoomBar extends HBox {
    private static final Texts TEXTS = Texts.of(ZoomBar.class);

    ZoomBar(GraphViewModel model) {
        getStyleClass().add("bn-graph-bar");
        Button percent = new Button();
        percent.getStyleClass().addAll("flat", "bn-zoom");
        percent.textProperty().bind(model.viewProperty().map(view -> percent(view.zoom())));
        percent.setOnAction(_ -> model.zoomTo(1));
        percent.setTooltip(new Tooltip(TEXTS.get("zoom.reset")));
        ToggleButton minimap = Controls.iconToggle("mdomz-map", TEXTS.get("minimap"));
        minimap.selectedProperty().bindBidirectional(model.minimapProperty());
        getChildren()
                .addAll(
                        Controls.iconButton("mdomz-remove", TEXTS.get("zoom.out"), model::zoomOut),
                        percent,
                        Controls.iconButton("mdoal-add", TEXTS.get("zoom.in"), model::zoomIn),
                        new Separator(Orientation.VERTICAL),
                        Controls.iconButton(
                                "mdoal-center_focus_strong", TEXTS.get("zoom.fit"), model::fit),
                        minimap);
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    }

    private static String percent(double zoom) {
        return TEXTS.get("zoom.percent", "percent", zoom);
    }
}
