package io.github.binnacle.app.cli;

import io.github.binnacle.model.run.Run;

/** Tells, when Ctrl-C ends the watching of a run, that the run itself goes on. */
final class Detachment implements AutoCloseable {
    private final Thread hook;

    Detachment(Console console, Run run) {
        hook = Thread.ofPlatform().unstarted(() -> tell(console, run.number()));
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private static void tell(Console console, long number) {
        console.note("");
        console.note(
                "Run "
                        + number
                        + " goes on. Watch it: binnacle runs show "
                        + number
                        + " --follow. Cancel it: binnacle runs cancel "
                        + number);
        console.err().flush();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending; the hook runs.
        }
    }
}
