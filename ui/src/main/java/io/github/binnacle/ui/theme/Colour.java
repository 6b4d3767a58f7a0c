package io.github.binnacle.ui.theme;

import java.util.Locale;

/**
 * A colour as 8-bit alpha, red, green and blue, not premultiplied.
 *
 * @param argb alpha in the highest byte
 */
public record Colour(int argb) {
    public static final Colour TRANSPARENT = new Colour(0);
    public static final Colour WHITE = new Colour(0xffffffff);

    /**
     * Reads {@code #rrggbb}, {@code rgb()} or {@code rgba()}.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    public static Colour of(String css) {
        String text = css.strip();
        if (text.startsWith("#") && text.length() == 7) {
            return new Colour(0xff000000 | Integer.parseInt(text.substring(1), 16));
        }
        if (text.startsWith("rgb") && text.endsWith(")")) {
            return ofFunction(text.substring(text.indexOf('(') + 1, text.length() - 1).split(","));
        }
        throw new IllegalArgumentException("Not a colour: " + css);
    }

    private static Colour ofFunction(String[] parts) {
        double opacity = parts.length > 3 ? Double.parseDouble(parts[3].strip()) : 1;
        int rgb = 0;
        for (int i = 0; i < 3; i++) {
            rgb = rgb << 8 | Integer.parseInt(parts[i].strip());
        }
        return new Colour(0xff000000 | rgb).faded(opacity);
    }

    /** From 0, invisible, to 1. */
    public double opacity() {
        return (argb >>> 24) / 255.0;
    }

    /** Multiplies the opacity. */
    public Colour faded(double factor) {
        int alpha = (int) Math.round((argb >>> 24) * Math.clamp(factor, 0.0, 1.0));
        return new Colour(alpha << 24 | argb & 0xffffff);
    }

    /** Writes the colour without its opacity as {@code #rrggbb}. */
    public String hex() {
        return String.format(Locale.ROOT, "#%06x", argb & 0xffffff);
    }
}
