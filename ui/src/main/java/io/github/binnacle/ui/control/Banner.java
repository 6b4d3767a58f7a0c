package io.github.binnacle.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A strip above content that says one thing and offers what to do about it. */
public final class Banner extends HBox {

    /**
     * @param tone {@code warning}, {@code danger} or {@code accent}
     */
    public Banner(String tone, String icon, String title, String sentence, Node... actions) {
        getStyleClass().addAll("bn-banner", "bn-banner-" + tone);
        setAlignment(Pos.CENTER_LEFT);
        Label head = Controls.paragraph(title, "bn-strong");
        VBox text = new VBox(head);
        if (!sentence.isEmpty()) {
            text.getChildren().add(Controls.paragraph(sentence, "bn-small"));
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(Controls.icon(icon), text);
        getChildren().addAll(actions);
    }
}
