package io.github.binnacle.ui.shell;

import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/** The compass. */
public final class Logo extends StackPane {
    private static final double DRAWN = 24;

    /**
     * @param size width and height in pixels
     */
    public Logo(double size) {
        getStyleClass().add("bn-logo");
        Circle ring = new Circle(12, 12, 10.5);
        ring.getStyleClass().add("bn-logo-ring");
        Circle pin = new Circle(12, 12, 1.4);
        pin.getStyleClass().add("bn-logo-pin");
        Group drawing =
                new Group(
                        frame(),
                        ring,
                        path("M12 3.5 14.6 12 12 20.5 9.4 12Z", "bn-logo-needle"),
                        path("M12 3.5 14.6 12H9.4Z", "bn-logo-north"),
                        pin);
        drawing.getTransforms().add(new Scale(size / DRAWN, size / DRAWN));
        getChildren().add(new Group(drawing));
        setMinSize(size, size);
        setMaxSize(size, size);
    }

    private static Region frame() {
        Region frame = new Region();
        frame.resize(DRAWN, DRAWN);
        return frame;
    }

    private static SVGPath path(String content, String styleClass) {
        SVGPath path = new SVGPath();
        path.setContent(content);
        path.getStyleClass().add(styleClass);
        return path;
    }
}
