package io.github.binnacle.ui.theme;

import java.io.InputStream;

/** A bundled font. JavaFX knows each by a family name of its own, as it has no weight between. */
public enum Typeface {
    REGULAR("Inter", "Inter", 400, "Inter-Regular.ttf"),
    MEDIUM("Inter Medium", "Inter", 500, "Inter-Medium.ttf"),
    SEMIBOLD("Inter SemiBold", "Inter", 600, "Inter-SemiBold.ttf"),
    BOLD("Inter", "Inter", 700, "Inter-Bold.ttf"),
    MONO("JetBrains Mono", "JetBrains Mono", 400, "JetBrainsMono-Regular.ttf"),
    MONO_BOLD("JetBrains Mono", "JetBrains Mono", 700, "JetBrainsMono-Bold.ttf");

    private final String family;
    private final String webFamily;
    private final int weight;
    private final String file;

    Typeface(String family, String webFamily, int weight, String file) {
        this.family = family;
        this.webFamily = webFamily;
        this.weight = weight;
        this.file = file;
    }

    /** The family by which JavaFX finds it. */
    public String family() {
        return family;
    }

    /** The family by which a browser finds it, with {@link #weight()}. */
    public String webFamily() {
        return webFamily;
    }

    public int weight() {
        return weight;
    }

    /** Opens the TrueType file; the caller closes it. */
    public InputStream open() {
        InputStream in = Typeface.class.getResourceAsStream("font/" + file);
        if (in == null) {
            throw new IllegalStateException("Missing font " + file);
        }
        return in;
    }
}
