package io.github.binnacle.ui.draw;

import io.github.binnacle.ui.theme.Colour;
import java.util.List;

/** What drawings are made with: the window's canvas, a picture or an SVG text. */
public interface Brush {
    /** Fills a rectangle with rounded corners; radius 0 makes them sharp. */
    void fill(Box box, double radius, Colour colour);

    /** Outlines a rectangle, half of the line inside. */
    void stroke(Box box, double radius, Pen pen);

    void fill(Outline outline, Colour colour);

    void stroke(Outline outline, Pen pen);

    /** Draws many paths alike, as one where that is faster. */
    default void stroke(List<Outline> outlines, Pen pen) {
        outlines.forEach(outline -> stroke(outline, pen));
    }

    /** Fills many sharp rectangles alike, as one where that is faster. */
    default void fill(List<Box> boxes, Colour colour) {
        boxes.forEach(box -> fill(box, 0, colour));
    }

    void text(String text, double x, double baseline, TextStyle style, Colour colour);

    /** Draws an icon by its Ikonli name into a square; an unknown name draws nothing. */
    void icon(String name, Box square, Colour colour);

    /** Fills a rectangle with dots of 2 px on a grid through the given point. */
    void dots(Box box, double originX, double originY, double step, Colour colour);

    /** Draws within a rectangle only. */
    void clipped(Box box, Runnable drawing);

    /** Draws with an opacity. */
    void faded(double opacity, Runnable drawing);

    /** Draws with the origin moved, then the scale changed. */
    void moved(double dx, double dy, double scale, Runnable drawing);

    /** Marks what is drawn as one thing with a name, where the target can say so. */
    default void named(String kind, String name, Runnable drawing) {
        drawing.run();
    }
}
