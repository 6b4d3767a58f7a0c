package io.github.binnacle.ui.shell;

import io.github.binnacle.ui.control.Controls;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The icons at the left edge; the one shown in the navigator is marked. */
final class ActivityBar extends VBox {
    private final ObjectProperty<@Nullable Activity> shown;

    ActivityBar(ObjectProperty<@Nullable Activity> shown) {
        this.shown = shown;
        getStyleClass().add("bn-activities");
    }

    void add(Activity activity, Runnable onClick) {
        ToggleButton button = new ToggleButton("", Controls.icon(activity.icon()));
        button.getStyleClass().add("bn-activity");
        button.setAccessibleText(activity.title());
        button.setTooltip(
                new Tooltip(
                        activity.title() + "  " + activity.keys().replace("Shortcut+", "Ctrl ")));
        button.setOnAction(_ -> {
            onClick.run();
            button.setSelected(activity.equals(shown.get()));
        });
        shown.addListener((_, _, now) -> button.setSelected(activity.equals(now)));
        Label badge = Controls.label("", "bn-badge");
        badge.textProperty().bind(activity.badge().map(Number::toString));
        badge.visibleProperty().bind(activity.badge().map(number -> number.intValue() > 0));
        badge.setMouseTransparent(true);
        StackPane.setAlignment(badge, Pos.TOP_RIGHT);
        getChildren().add(new StackPane(button, badge));
    }
}
