package io.github.binnacle.app.cli;

/**
 * Tells what is being done, beside the answer: in one line on a terminal, line by line elsewhere.
 */
final class Progress implements AutoCloseable {
    private static final int WIDTH = 78;
    private static final String CLEAR = "\r\u001b[2K";

    private final Console console;
    private boolean isShown;

    Progress(Console console) {
        this.console = console;
    }

    /** Shows a short sentence in place of the last; from any thread. */
    synchronized void show(String sentence) {
        if (!console.isTerminal()) {
            console.note(sentence);
            return;
        }
        int end = Math.min(sentence.length(), WIDTH);
        console.err().print(CLEAR + sentence.substring(0, end));
        console.err().flush();
        isShown = true;
    }

    /** Clears the line. */
    @Override
    public synchronized void close() {
        if (isShown) {
            console.err().print(CLEAR);
            console.err().flush();
        }
    }
}
