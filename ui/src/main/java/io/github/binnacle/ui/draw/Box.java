package io.github.binnacle.ui.draw;

/** A rectangle; y grows downwards. */
public record Box(double x, double y, double width, double height) {
    public static Box between(double left, double top, double right, double bottom) {
        return new Box(left, top, right - left, bottom - top);
    }

    /** A square by its centre. */
    public static Box around(double centreX, double centreY, double size) {
        return new Box(centreX - size / 2, centreY - size / 2, size, size);
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public double centreX() {
        return x + width / 2;
    }

    public double centreY() {
        return y + height / 2;
    }

    /** Moves every side outwards, or inwards if negative. */
    public Box grown(double by) {
        return new Box(x - by, y - by, width + 2 * by, height + 2 * by);
    }

    public Box moved(double dx, double dy) {
        return new Box(x + dx, y + dy, width, height);
    }

    public Box withHeight(double newHeight) {
        return new Box(x, y, width, newHeight);
    }

    public Box union(Box other) {
        return between(
                Math.min(x, other.x),
                Math.min(y, other.y),
                Math.max(right(), other.right()),
                Math.max(bottom(), other.bottom()));
    }

    public boolean contains(double px, double py) {
        return px >= x && px <= right() && py >= y && py <= bottom();
    }

    public boolean contains(Box other) {
        return other.x >= x
                && other.y >= y
                && other.right() <= right()
                && other.bottom() <= bottom();
    }

    /** Says whether they share more than an edge. */
    public boolean overlaps(Box other) {
        return other.x < right() && other.right() > x && other.y < bottom() && other.bottom() > y;
    }
}
