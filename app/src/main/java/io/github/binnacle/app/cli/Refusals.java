package io.github.binnacle.app.cli;

import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints why something was refused, and what one should know although it was not. */
final class Refusals {
    private final Console console;

    Refusals(Console console) {
        this.console = console;
    }

    /** Prints the problems and returns the exit code: the engine's own troubles are the world's. */
    int print(List<Problem> problems) {
        problems.forEach(this::print);
        return exitCode(problems);
    }

    static int exitCode(List<Problem> problems) {
        boolean isWorld =
                problems.stream().allMatch(problem -> problem.code().startsWith("engine."));
        return isWorld ? ExitCode.WORLD : ExitCode.REFUSED;
    }

    /** Returns what came out, its warnings printed; null and the problems printed if refused. */
    <T> @Nullable T value(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value, List<Problem> warnings) -> {
                warnings.forEach(this::print);
                yield value;
            }
            case Outcome.Refused<T>(List<Problem> problems) -> {
                var _ = print(problems);
                yield null;
            }
        };
    }

    void print(Problem problem) {
        console.note(new ProblemLines(console).line(file(problem.where()), problem));
    }

    private static String file(@Nullable Address where) {
        return switch (where) {
            case Address.DocumentAddress(String path) -> path;
            case Address.NodeAddress node -> node.document().path();
            case Address.TaskAddress task -> task.document().path();
            case Address.PortAddress port -> port.task().document().path();
            case Address.RunAddress _, Address.RunTaskAddress _, Address.ArtifactAddress _ ->
                    "binnacle";
            case null -> "binnacle";
        };
    }
}
