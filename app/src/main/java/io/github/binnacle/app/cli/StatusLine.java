package io.github.binnacle.app.cli;

/** The last line of a terminal, redrawn in place below lines that stay; nothing elsewhere. */
final class StatusLine {
    private static final int WIDTH = 78;
    private static final int BAR = 16;
    private static final String CLEAR = "\r\u001b[2K";

    private final Console console;
    private boolean isShown;

    StatusLine(Console console) {
        this.console = console;
    }

    /** Prints a line that stays. */
    void print(String line) {
        clear();
        console.print(line);
    }

    /** Shows how far something is. */
    void show(int done, int total, String text) {
        if (!console.isTerminal()) {
            return;
        }
        String line = bar(done, total) + " " + text;
        int end = Math.min(line.length(), WIDTH);
        console.out().print(CLEAR + line.substring(0, end));
        console.out().flush();
        isShown = true;
    }

    void clear() {
        if (isShown) {
            console.out().print(CLEAR);
            console.out().flush();
            isShown = false;
        }
    }

    private String bar(int done, int total) {
        int filled = total == 0 ? 0 : BAR * done / total;
        String full = console.hasSymbols() ? "█" : "#";
        String empty = console.hasSymbols() ? "░" : "-";
        return full.repeat(filled) + empty.repeat(BAR - filled);
    }
}
