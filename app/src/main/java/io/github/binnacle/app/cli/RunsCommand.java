package io.github.binnacle.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "runs",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Shows and changes runs of this computer.",
            "A run is named by its number, its id or the beginning of it.",
            ""
        })
final class RunsCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(),
                "Name what to do with runs: " + String.join(", ", spec.subcommands().keySet()));
    }
}
