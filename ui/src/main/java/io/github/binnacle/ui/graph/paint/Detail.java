package io.github.binnacle.ui.graph.paint;

/** How much of a node is drawn. */
public enum Detail {
    /** Ports, labels and footer. */
    FULL,
    /** Title, icon and state; ports as dots. */
    TITLES,
    /** A box with its state. */
    GLYPHS,
    /** A block in the colour of its state. */
    BLOCKS;

    public static Detail of(double zoom) {
        return zoom >= 0.7 ? FULL : zoom >= 0.35 ? TITLES : zoom >= 0.15 ? GLYPHS : BLOCKS;
    }
}
