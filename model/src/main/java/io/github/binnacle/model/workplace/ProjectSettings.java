package io.github.binnacle.model.workplace;

import java.util.List;

/**
 * What a project's {@code binnacle.yaml} says; it is in git and holds no secrets.
 *
 * @param images first match wins
 */
public record ProjectSettings(List<ImageMapping> images) {
    public static final ProjectSettings EMPTY = new ProjectSettings(List.of());

    public ProjectSettings {
        images = List.copyOf(images);
    }

    /**
     * Turns images into an environment of this computer.
     *
     * @param pattern image name with {@code *} for any text, such as {@code
     *     registry.example.com/team/*}
     * @param python version such as {@code 3.11}; empty for the Python that is there
     * @param requirementsFile path relative to the project; empty if there is none
     * @param packages requirement lines written in place
     */
    public record ImageMapping(
            String pattern, String python, String requirementsFile, List<String> packages) {
        public ImageMapping {
            packages = List.copyOf(packages);
        }
    }
}
