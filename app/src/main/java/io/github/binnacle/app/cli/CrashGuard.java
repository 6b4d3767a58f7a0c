package io.github.binnacle.app.cli;

import io.github.binnacle.localstore.disk.PrivateFiles;
import io.github.binnacle.localstore.sql.StoreException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Ends a command that cannot go on: one sentence for the user, details in a file. */
record CrashGuard(Console console, CliServices services) implements IExecutionExceptionHandler {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    @Override
    public int handleExecutionException(Exception cause, CommandLine command, ParseResult parsed) {
        console.out().flush();
        switch (cause) {
            case Refused refused -> {
                console.note("binnacle: " + refused.getMessage());
                return refused.exitCode();
            }
            case StoreException known -> console.note("binnacle: " + known.getMessage());
            case UncheckedIOException world -> console.note(sentence(world));
            case IOException world -> console.note(sentence(world));
            case InterruptedException _ -> {
                return ExitCode.INTERRUPTED;
            }
            default -> reportBug(cause, command);
        }
        return ExitCode.WORLD;
    }

    private static String sentence(Exception world) {
        return "binnacle: " + world.getMessage() + " (" + world.getClass().getSimpleName() + ")";
    }

    private void reportBug(Exception bug, CommandLine command) {
        String name = command.getCommandSpec().qualifiedName();
        console.note("\"" + name + "\" stopped because of a defect in Binnacle: " + bug);
        Path file =
                services.home()
                        .logs()
                        .resolve("crash-" + STAMP.format(LocalDateTime.now()) + ".txt");
        try {
            PrivateFiles.replace(file, details(bug, name));
            console.note("The details are in " + file + "; add them when you report it.");
        } catch (IOException e) {
            console.note(details(bug, name));
        }
    }

    private static String details(Exception bug, String command) {
        StringWriter text = new StringWriter();
        text.append("binnacle ").append(Version.number()).append(", ").append(command);
        text.append(", Java ").append(Runtime.version().toString()).append(", ");
        text.append(System.getProperty("os.name")).append('\n');
        bug.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
