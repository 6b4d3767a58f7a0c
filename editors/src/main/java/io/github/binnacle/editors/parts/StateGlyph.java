package io.github.binnacle.editors.parts;

import io.github.binnacle.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.RotateTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.transform.Scale;
import javafx.util.Duration;

/** The sign of a state, drawn on a field of 16 × 16: shape first, colour second. */
public final class StateGlyph extends Pane {
    private static final double DRAWN = 16;

    /**
     * @param size width and height in pixels
     */
    public StateGlyph(StepLook look, double size) {
        getStyleClass().addAll("bn-glyph", "bn-glyph-" + look.styleWord());
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(look.word());
        Rectangle field = new Rectangle(DRAWN, DRAWN);
        field.getStyleClass().add("bn-glyph-field");
        Group drawing = new Group(field);
        drawing.getChildren().addAll(shapes(look));
        drawing.getTransforms().add(new Scale(size / DRAWN, size / DRAWN, 0, 0));
        drawing.setManaged(false);
        getChildren().add(drawing);
        setMinSize(size, size);
        setPrefSize(size, size);
        setMaxSize(size, size);
    }

    private static List<Node> shapes(StepLook look) {
        return switch (look) {
            case SUCCEEDED -> List.of(disc("solid"), stroke("M4.6 8.2 7 10.6l4.5-5"));
            case RUNNING ->
                    List.of(ring("track"), arc(), path("M6.6 5.4 10.6 8 6.6 10.6Z", "solid"));
            case WAITING -> waiting();
            case FAILED ->
                    List.of(
                            path("M5 1h6l4 4v6l-4 4H5l-4-4V5Z", "solid"),
                            stroke("m5.4 5.4 5.2 5.2m0-5.2-5.2 5.2"));
            case REUSED ->
                    List.of(
                            path(
                                    "M4.5 1h7A3.5 3.5 0 0 1 15 4.5v7a3.5 3.5 0 0 1-3.5 3.5h-7A3.5 3.5 0 0 1 1 11.5v-7A3.5 3.5 0 0 1 4.5 1Z",
                                    "solid"),
                            path("M8.9 2.9 4.4 9h3l-.5 4.2L11.5 7h-3l.4-4.1Z", "on"));
            case SKIPPED -> List.of(ring("line"), path("M3.9 12.1 12.1 3.9", "line"));
            case STOPPED ->
                    List.of(
                            path(
                                    "M3.5 2h9A1.5 1.5 0 0 1 14 3.5v9a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 12.5v-9A1.5 1.5 0 0 1 3.5 2Z",
                                    "line"),
                            path("M5.5 5.5h5v5h-5Z", "solid"));
            case INTERRUPTED -> List.of(ring("line"), path("M6.2 5v6M9.8 5v6", "line"));
        };
    }

    private static List<Node> waiting() {
        List<Node> shapes = new ArrayList<>(List.of(ring("dashed")));
        for (double x : new double[] {5, 8, 11}) {
            Circle dot = new Circle(x, 8, 0.95);
            dot.getStyleClass().add("bn-glyph-solid");
            shapes.add(dot);
        }
        return shapes;
    }

    private static Circle disc(String style) {
        Circle disc = new Circle(8, 8, 7);
        disc.getStyleClass().add("bn-glyph-" + style);
        return disc;
    }

    private static Circle ring(String style) {
        Circle ring = new Circle(8, 8, 6.2);
        ring.getStyleClass().add("bn-glyph-" + style);
        return ring;
    }

    private static Node arc() {
        Rectangle field = new Rectangle(DRAWN, DRAWN);
        field.getStyleClass().add("bn-glyph-field");
        Group turning = new Group(field, path("M8 1.8A6.2 6.2 0 0 1 14.2 8", "arc"));
        if (!Theme.isMotionReduced()) {
            turnWhileShown(turning);
        }
        return turning;
    }

    private static void turnWhileShown(Group turning) {
        RotateTransition turn = new RotateTransition(Duration.seconds(1.6), turning);
        turn.setByAngle(360);
        turn.setInterpolator(Interpolator.LINEAR);
        turn.setCycleCount(Animation.INDEFINITE);
        turning.sceneProperty()
                .subscribe(scene -> {
                    if (scene == null) {
                        turn.stop();
                    } else {
                        turn.play();
                    }
                });
    }

    private static Shape stroke(String content) {
        return path(content, "tick");
    }

    private static SVGPath path(String content, String style) {
        SVGPath path = new SVGPath();
        path.setContent(content);
        path.getStyleClass().add("bn-glyph-" + style);
        return path;
    }
}
