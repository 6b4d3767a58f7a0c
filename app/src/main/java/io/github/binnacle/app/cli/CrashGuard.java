package io.github.binnacle.app.cli;

import io.github.binnacle.localstore.sql.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Ends a command that cannot go on: one sentence for the user, details in a file. */
record CrashGuard(Console console, CliServices services) implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception cause, CommandLine command, ParseResult parsed) {
        console.out().flush();
        return switch (cause) {
            case Refused refused -> {
                console.note("binnacle: " + refused.getMessage());
                yield refused.exitCode();
            }
            case StoreException known -> {
                console.note("binnacle: " + known.getMessage());
                yield ExitCode.WORLD;
            }
            case IOException _, UncheckedIOException _ -> {
                console.note("binnacle: " + WorldFault.sentence(cause));
                yield ExitCode.WORLD;
            }
            case InterruptedException _ -> ExitCode.INTERRUPTED;
            default -> {
                reportBug(cause, command.getCommandSpec().qualifiedName());
                yield ExitCode.WORLD;
            }
        };
    }

    private void reportBug(Exception bug, String command) {
        console.note("\"" + command + "\" stopped because of a defect in Binnacle: " + bug);
        try {
            Path file = CrashFile.write(services.home().logs(), command, bug);
            console.note("The details are in " + file + "; add them when you report it.");
        } catch (IOException e) {
            console.note(CrashFile.text(command, bug));
        }
    }
}
