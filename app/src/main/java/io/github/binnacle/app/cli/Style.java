package io.github.binnacle.app.cli;

/** Looks of a word on a terminal; a plain console shows the word alone. */
enum Style {
    BOLD(1),
    FAINT(2),
    RED(31),
    GREEN(32),
    YELLOW(33),
    BLUE(34);

    private final int code;

    Style(int code) {
        this.code = code;
    }

    String on(Console console, String text) {
        return console.hasColours() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
