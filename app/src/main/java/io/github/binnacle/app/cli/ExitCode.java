package io.github.binnacle.app.cli;

/** What the command line tells scripts. */
final class ExitCode {
    static final int OK = 0;

    /** What was asked for was done, and the answer is no: a run failed, a file is not valid. */
    static final int FAILED = 1;

    /** The command itself was written wrongly. */
    static final int USAGE = 2;

    /** The request was understood and refused; nothing was started. */
    static final int REFUSED = 3;

    /** The world stood in the way: engine, disk, network. */
    static final int WORLD = 4;

    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
