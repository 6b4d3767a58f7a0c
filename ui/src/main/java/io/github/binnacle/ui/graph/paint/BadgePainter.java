package io.github.binnacle.ui.graph.paint;

import io.github.binnacle.ui.draw.Box;
import io.github.binnacle.ui.draw.Brush;
import io.github.binnacle.ui.draw.TextStyle;
import io.github.binnacle.ui.graph.GraphModel;
import io.github.binnacle.ui.theme.Colour;
import io.github.binnacle.ui.theme.Palette;
import io.github.binnacle.ui.theme.Token;
import io.github.binnacle.ui.theme.Typeface;

/** Paints how many problems something has. */
final class BadgePainter {
    private static final TextStyle COUNT = new TextStyle(Typeface.SEMIBOLD, 10.5);

    private final Brush brush;
    private final Palette palette;

    BadgePainter(Brush brush, Palette palette) {
        this.brush = brush;
        this.palette = palette;
    }

    static double width(GraphModel.Badge badge) {
        return 27 + COUNT.width(String.valueOf(badge.count()));
    }

    void paint(GraphModel.Badge badge, double x, double y) {
        Box pill = new Box(x, y, width(badge), 18);
        brush.fill(pill, 9, palette.of(colour(badge.severity())));
        brush.icon(icon(badge.severity()), new Box(x + 6, y + 3, 12, 12), Colour.WHITE);
        brush.text(String.valueOf(badge.count()), x + 21, y + 12.7, COUNT, Colour.WHITE);
    }

    static Token colour(GraphModel.Severity severity) {
        return switch (severity) {
            case ERROR -> Token.DANGER_EMPHASIS;
            case WARNING -> Token.WARNING;
            case NOTE -> Token.TEXT_MUTED;
        };
    }

    private static String icon(GraphModel.Severity severity) {
        return switch (severity) {
            case ERROR -> "mdal-error";
            case WARNING -> "mdmz-warning";
            case NOTE -> "mdal-info";
        };
    }
}
