package io.github.binnacle.localengine.environment;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a shell script into its simple commands, and these into words, quotes resolved.
 *
 * <p>It follows the POSIX shell's quoting; variables, substitutions and reserved words are taken as
 * they stand.
 */
final class ShellWords {
    private final String script;
    private final List<List<String>> commands = new ArrayList<>();
    private List<String> command = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean isInWord;
    private int at;

    private ShellWords(String script) {
        this.script = script;
    }

    /** Returns the commands of a script, in order, each with at least one word. */
    static List<List<String>> commands(String script) {
        ShellWords words = new ShellWords(script);
        while (words.at < script.length()) {
            words.take(script.charAt(words.at++));
        }
        words.endCommand();
        return List.copyOf(words.commands);
    }

    private void take(char character) {
        switch (character) {
            case '\'' -> takeUntilQuote();
            case '"' -> takeDoubleQuoted();
            case '\\' -> takeEscaped();
            case '\n', ';', '&', '|', '(', ')' -> endCommand();
            default -> {
                if (Character.isWhitespace(character)) {
                    endWord();
                } else {
                    append(character);
                }
            }
        }
    }

    private void takeUntilQuote() {
        isInWord = true;
        int end = script.indexOf('\'', at);
        int last = end < 0 ? script.length() : end;
        word.append(script, at, last);
        at = Math.min(last + 1, script.length());
    }

    private void takeDoubleQuoted() {
        isInWord = true;
        while (at < script.length() && script.charAt(at) != '"') {
            boolean isEscape = script.charAt(at) == '\\' && at + 1 < script.length();
            if (isEscape && "\"\\$`".indexOf(script.charAt(at + 1)) >= 0) {
                at++;
            }
            word.append(script.charAt(at++));
        }
        at++;
    }

    private void takeEscaped() {
        if (at < script.length() && script.charAt(at) != '\n') {
            append(script.charAt(at));
        }
        at++;
    }

    private void append(char character) {
        isInWord = true;
        word.append(character);
    }

    private void endWord() {
        if (isInWord) {
            command.add(word.toString());
        }
        word.setLength(0);
        isInWord = false;
    }

    private void endCommand() {
        endWord();
        if (!command.isEmpty()) {
            commands.add(List.copyOf(command));
        }
        command = new ArrayList<>();
    }
}
