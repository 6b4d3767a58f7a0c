package io.github.binnacle.ui.control;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** What a view shows in place of content: nothing here yet, still reading, or what went wrong. */
public final class StatePane extends VBox {
    private static final Duration PATIENCE = Duration.millis(150);

    private StatePane(Node... children) {
        super(children);
        getStyleClass().add("bn-state");
        setAlignment(Pos.CENTER);
    }

    /** Says in one sentence that nothing is here, and offers what to do. */
    public static StatePane empty(String icon, String sentence, Button... actions) {
        StatePane pane = new StatePane(Controls.icon(icon), sentence(sentence));
        pane.getChildren().addAll(actions);
        return pane;
    }

    /**
     * Says what is being waited for; appears only after a moment, so quick work does not flicker.
     */
    public static StatePane loading(String sentence) {
        ProgressIndicator indicator = new ProgressIndicator();
        indicator.setPrefSize(24, 24);
        StatePane pane = new StatePane(indicator, sentence(sentence));
        pane.setVisible(false);
        PauseTransition pause = new PauseTransition(PATIENCE);
        pause.setOnFinished(_ -> pane.setVisible(true));
        pause.play();
        return pane;
    }

    /** Says what happened, where, and what to do. */
    public static StatePane error(String title, String sentence, Button... actions) {
        Label head = Controls.paragraph(title, "bn-title");
        StatePane pane =
                new StatePane(Controls.icon("mdoal-error_outline"), head, sentence(sentence));
        pane.getStyleClass().add("bn-state-error");
        pane.getChildren().addAll(actions);
        return pane;
    }

    private static Label sentence(String text) {
        Label label = Controls.paragraph(text, "bn-state-sentence");
        label.setMaxWidth(460);
        return label;
    }
}
