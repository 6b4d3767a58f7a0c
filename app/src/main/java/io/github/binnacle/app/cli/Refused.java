package io.github.binnacle.app.cli;

/** Ends a command whose answer is no; the message is for users. */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    Refused(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Says that this computer lacks something. */
    public static Refused byWorld(String message) {
        return new Refused(ExitCode.WORLD, message);
    }

    int exitCode() {
        return exitCode;
    }
}
