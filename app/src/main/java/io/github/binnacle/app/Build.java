package io.github.binnacle.app;

/** Names the code of this process: the same name, the same code. */
final class Build {
    private Build() {}

    /** Returns what the launcher calls its build; started otherwise, it is one in development. */
    static String name() {
        return System.getProperty("binnacle.build", "development");
    }
}
