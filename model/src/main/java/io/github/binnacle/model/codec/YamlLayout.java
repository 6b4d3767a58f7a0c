package io.github.binnacle.model.codec;

/**
 * How a YAML text is laid out.
 *
 * @param indent spaces that a mapping stands deeper than its key; 2 to 9
 * @param isSequenceIndented a list stands deeper than its key, too
 */
public record YamlLayout(int indent, boolean isSequenceIndented, String lineBreak) {
    /** As the KFP SDK writes. */
    public static final YamlLayout KFP = new YamlLayout(2, false, "\n");

    public YamlLayout {
        indent = Math.clamp(indent, 2, 9);
    }
}
