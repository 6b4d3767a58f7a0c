package io.github.binnacle.app.cli;

import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.value.Value;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.util.Map;

/**
 * Where commands read and print.
 *
 * @param isTerminal a person is watching the output
 * @param hasColours colours are wanted and shown
 * @param hasSymbols the output can show characters beyond ASCII
 */
public record Console(
        InputStream in,
        PrintWriter out,
        PrintWriter err,
        boolean isTerminal,
        boolean hasColours,
        boolean hasSymbols) {

    /** Returns the console of this process; {@code NO_COLOR} and {@code TERM=dumb} are heeded. */
    public static Console ofProcess(Map<String, String> environment) {
        java.io.Console terminal = System.console();
        boolean isTerminal = terminal != null && terminal.isTerminal();
        boolean isPlain =
                !environment.getOrDefault("NO_COLOR", "").isEmpty()
                        || environment.getOrDefault("TERM", "").equals("dumb");
        return new Console(
                System.in,
                new PrintWriter(System.out, true),
                new PrintWriter(System.err, true),
                isTerminal,
                isTerminal && !isPlain,
                canShowSymbols(System.out.charset()));
    }

    private static boolean canShowSymbols(Charset charset) {
        return charset.newEncoder().canEncode("✓█…");
    }

    /** Returns a console that prints nothing. */
    Console silent() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return new Console(in, nowhere, nowhere, false, false, hasSymbols);
    }

    /** Prints one line of the answer. */
    void print(String line) {
        out.println(line);
    }

    /** Prints the answer as JSON, on its own. */
    void print(Value value) {
        out.println(JsonText.pretty(value));
    }

    /** Prints a line beside the answer. */
    void note(String line) {
        err.println(line);
    }
}
