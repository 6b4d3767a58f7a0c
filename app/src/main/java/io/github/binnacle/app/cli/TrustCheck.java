package io.github.binnacle.app.cli;

import io.github.binnacle.model.workplace.TrustStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** Asks, before code of a folder runs for the first time, whether the user trusts it. */
final class TrustCheck {
    private final Console console;
    private final TrustStore trust;

    TrustCheck(Console console, TrustStore trust) {
        this.console = console;
        this.trust = trust;
    }

    /**
     * Returns if the source is trusted, or the user says so on a terminal.
     *
     * @throws Refused if not
     */
    void require(SubmittedSource source, Path project) throws Refused, IOException {
        if (trust.isTrusted(source.path(), source.text())) {
            return;
        }
        boolean isFile = !source.documentPath().isEmpty();
        if (!(isFile && console.isTerminal() && isTrustedNow(project))) {
            throw new Refused(
                    ExitCode.REFUSED,
                    "Running a pipeline runs its code with your rights, and you have not said yet"
                            + " that you trust "
                            + (isFile ? "the folder " + project : "this text")
                            + ". Look at it, then run again with --trust.");
        }
    }

    private boolean isTrustedNow(Path project) throws IOException {
        console.note("A pipeline's code runs with your rights. Do you trust what is in the folder");
        console.err().print(project + "? [y/N] ");
        console.err().flush();
        BufferedReader answers =
                new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
        String answer = answers.readLine();
        boolean isYes = answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
        if (isYes) {
            trust.trustFolder(project);
        }
        return isYes;
    }
}
