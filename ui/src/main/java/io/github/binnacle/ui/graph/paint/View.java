package io.github.binnacle.ui.graph.paint;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.draw.Spot;

/**
 * The part of a graph that shows.
 *
 * @param x left edge, in the graph's px
 * @param y top edge, in the graph's px
 * @param zoom screen px for each px of the graph
 * @param width in screen px
 * @param height in screen px
 */
public record View(double x, double y, double zoom, double width, double height) {
    public static final double LEAST_ZOOM = 0.02;
    public static final double MOST_ZOOM = 2.5;

    /** Shows a box whole, at most at the given zoom, in the middle. */
    public static View fitting(
            Box box, double width, double height, double margin, double mostZoom) {
        double across = (width - 2 * margin) / Math.max(1, box.width());
        double down = (height - 2 * margin) / Math.max(1, box.height());
        double zoom = Math.clamp(Math.min(across, down), LEAST_ZOOM, mostZoom);
        return new View(
                box.centreX() - width / 2 / zoom,
                box.centreY() - height / 2 / zoom,
                zoom,
                width,
                height);
    }

    /** What shows, in the graph's px. */
    public Box visible() {
        return new Box(x, y, width / zoom, height / zoom);
    }

    public Spot toGraph(double screenX, double screenY) {
        return new Spot(x + screenX / zoom, y + screenY / zoom);
    }

    public Spot toScreen(double graphX, double graphY) {
        return new Spot((graphX - x) * zoom, (graphY - y) * zoom);
    }

    /** Moves by screen px. */
    public View panned(double dx, double dy) {
        return new View(x - dx / zoom, y - dy / zoom, zoom, width, height);
    }

    /** Zooms so that the point under a place on the screen stays there. */
    public View zoomed(double newZoom, double screenX, double screenY) {
        double clamped = Math.clamp(newZoom, LEAST_ZOOM, MOST_ZOOM);
        Spot fixed = toGraph(screenX, screenY);
        return new View(
                fixed.x() - screenX / clamped,
                fixed.y() - screenY / clamped,
                clamped,
                width,
                height);
    }

    public View resized(double newWidth, double newHeight) {
        return new View(x, y, zoom, newWidth, newHeight);
    }

    /** Brings a box into view, moving no further than needed. */
    public View revealing(Box box, double margin) {
        Box seen = visible().grown(-margin / zoom);
        double dx = shift(seen.x(), seen.right(), box.x(), box.right());
        double dy = shift(seen.y(), seen.bottom(), box.y(), box.bottom());
        return new View(x + dx, y + dy, zoom, width, height);
    }

    private static double shift(double seenFrom, double seenTo, double from, double to) {
        if (from < seenFrom) {
            return from - seenFrom;
        }
        return to > seenTo ? Math.min(to - seenTo, from - seenFrom) : 0;
    }

    /** Half-way to another view, for movement. */
    public View towards(View end, double part) {
        return new View(
                x + (end.x - x) * part,
                y + (end.y - y) * part,
                zoom + (end.zoom - zoom) * part,
                end.width,
                end.height);
    }

    public Detail detail() {
        return Detail.of(zoom);
    }
}
