package io.github.binnacle.testkit.rules.sample.ui;

import io.github.binnacle.testkit.rules.sample.editors.pipeline.Canvas;
import javafx.application.Platform;
import javafx.scene.Group;

/**
 * Breaks: nodes in a view model; a second bridge to the JavaFX thread; a feature in the toolkit.
 */
final class ScoreViewModel {
    final Group nodes = new Group();

    void show(Canvas canvas) {
        Platform.runLater(() -> nodes.setVisible(canvas.isShown()));
    }
}
