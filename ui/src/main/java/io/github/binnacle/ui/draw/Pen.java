package io.github.binnacle.ui.draw;

import io.github.binnacle.ui.theme.Colour;
import java.util.List;

/**
 * How a line is drawn; ends and joins are round unless it is dashed.
 *
 * @param dashes lengths of dash and gap in turn, empty for a whole line
 */
public record Pen(Colour colour, double width, List<Double> dashes) {
    public Pen {
        dashes = List.copyOf(dashes);
    }

    public static Pen of(Colour colour, double width) {
        return new Pen(colour, width, List.of());
    }

    public Pen dashed(double dash, double gap) {
        return new Pen(colour, width, List.of(dash, gap));
    }
}
