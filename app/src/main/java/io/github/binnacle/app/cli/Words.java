package io.github.binnacle.app.cli;

/** Numbers with their nouns. */
final class Words {
    private Words() {}

    /** Returns {@code 1 error}, {@code 2 errors}. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
