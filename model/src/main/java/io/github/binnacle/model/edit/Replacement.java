package io.github.binnacle.model.edit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts other characters in the place of those from {@code start} to before {@code end}. */
record Replacement(int start, int end, String text) {

    /** Makes all replacements at once; empty if two of them touch the same characters. */
    static Optional<String> all(String text, List<Replacement> replacements) {
        List<Replacement> sorted =
                replacements.stream()
                        .sorted(
                                Comparator.comparingInt(Replacement::start)
                                        .thenComparingInt(Replacement::end))
                        .toList();
        StringBuilder replaced = new StringBuilder(text.length() + 64);
        int done = 0;
        for (Replacement replacement : sorted) {
            if (replacement.start < done) {
                return Optional.empty();
            }
            replaced.append(text, done, replacement.start).append(replacement.text);
            done = replacement.end;
        }
        return Optional.of(replaced.append(text, done, text.length()).toString());
    }
}
