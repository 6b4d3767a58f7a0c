package io.github.binnacle.ui.draw;

import io.github.binnacle.ui.theme.Colour;
import java.util.List;

/**
 * How a line is drawn; its ends and joins are round.
 *
 * @param dashes lengths of dash and gap in turn, empty for a whole line
 * @param offset where in the dashes the line begins
 */
public record Pen(Colour colour, double width, List<Double> dashes, double offset) {
    public Pen {
        dashes = List.copyOf(dashes);
    }

    public static Pen of(Colour colour, double width) {
        return new Pen(colour, width, List.of(), 0);
    }

    public Pen dashed(double dash, double gap) {
        return new Pen(colour, width, List.of(dash, gap), offset);
    }

    public Pen from(double newOffset) {
        return new Pen(colour, width, dashes, newOffset);
    }
}
