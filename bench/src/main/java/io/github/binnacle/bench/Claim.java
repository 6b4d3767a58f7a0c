package io.github.binnacle.bench;

/** One promise with a figure that can be measured here. */
public interface Claim {
    /** Returns the promise in a few words, with its figure. */
    String promise();

    /**
     * Measures it.
     *
     * @throws Exception if it cannot be measured; that counts as not shown to hold
     */
    Figure measure(Bench bench) throws Exception;

    /**
     * Says whether the promise is about time: then a miss while only a share is measured, as on a
     * busy computer, is told but does not count as a failure.
     */
    default boolean isAboutTime() {
        return false;
    }

    /**
     * What came out.
     *
     * @param measured figures with units, and how many things were counted
     */
    record Figure(String measured, boolean holds) {}

    /** Part of the work of a claim that names a count: at least {@code least}. */
    static int share(Bench bench, int count, int least) {
        return Math.max(least, (int) Math.round(count * bench.share()));
    }
}
