package io.github.binnacle.model.pipeline;

import java.util.Collection;

/** Guesses which known word a wrong one was meant to be. */
final class Suggestion {
    /** The argument of a sentence that has no suggestion to make. */
    static final String NONE = "none";

    private static final int MOST_CANDIDATES = 2_000;
    private static final int LONGEST_WORD = 120;

    private Suggestion() {}

    /** Returns the nearest word, or {@link #NONE} if none is near. */
    static String among(String wrong, Collection<String> words) {
        String best = NONE;
        if (wrong.length() > LONGEST_WORD) {
            return best;
        }
        int nearest = Math.clamp(wrong.length() / 3, 1, 3) + 1;
        int tried = 0;
        for (String word : words) {
            if (tried++ > MOST_CANDIDATES || Math.abs(word.length() - wrong.length()) >= nearest) {
                continue;
            }
            int distance = word.equalsIgnoreCase(wrong) ? 0 : distance(wrong, word);
            if (distance < nearest) {
                nearest = distance;
                best = word;
            }
        }
        return best;
    }

    /** Counts the letters to add, drop, change or swap with a neighbour. */
    private static int distance(String left, String right) {
        int[][] steps = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                steps[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : step(steps, left, right, i, j);
            }
        }
        return steps[left.length()][right.length()];
    }

    private static int step(int[][] steps, String left, String right, int i, int j) {
        int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        int best =
                Math.min(
                        Math.min(steps[i - 1][j], steps[i][j - 1]) + 1,
                        steps[i - 1][j - 1] + change);
        boolean isSwap =
                i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1);
        return isSwap ? Math.min(best, steps[i - 2][j - 2] + 1) : best;
    }
}
