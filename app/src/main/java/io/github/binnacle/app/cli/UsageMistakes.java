package io.github.binnacle.app.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in two lines what is wrong with a command; the whole help is one option away. */
record UsageMistakes(Console console) implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException mistake, String[] args) {
        CommandLine command = mistake.getCommandLine();
        console.note("binnacle: " + sentence(mistake));
        List<String> near =
                mistake instanceof UnmatchedArgumentException unmatched
                        ? unmatched.getSuggestions()
                        : List.of();
        if (!near.isEmpty()) {
            console.note("Did you mean " + String.join(" or ", near) + "?");
        }
        console.note(
                "Try \""
                        + command.getCommandSpec().qualifiedName()
                        + " --help\" for what it takes.");
        return ExitCode.USAGE;
    }

    /** The parser speaks of Java's types. */
    private static String sentence(ParameterException mistake) {
        return String.valueOf(mistake.getMessage())
                .replaceFirst(
                        "^Value for option option '(.*)' \\(NAME=VALUE\\) should be .* but was (.*)$",
                        "Write $1 NAME=VALUE: \"$2\" has no equals sign.")
                .replaceFirst("is not an? (int|long)$", "is not a whole number")
                .replaceFirst("is not a double$", "is not a number");
    }
}
