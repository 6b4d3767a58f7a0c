package io.github.binnacle.app.cli;

import io.github.binnacle.model.run.Run;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        description = {"Lists runs, newest first.", ""})
final class RunsListCommand implements Callable<Integer> {
    private final Console console;
    private final CliServices services;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "List at most so many (default: ${DEFAULT-VALUE}).")
    private int limit = 20;

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean asJson;

    RunsListCommand(Console console, CliServices services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() {
        List<Run> runs = services.history().runs(limit);
        if (asJson) {
            console.print(RunJson.list(runs));
        } else if (runs.isEmpty()) {
            console.print("No runs yet. Run a pipeline and it appears here: binnacle run PATH");
        } else {
            table(runs).lines().forEach(console::print);
        }
        return ExitCode.OK;
    }

    private static Table table(List<Run> runs) {
        Table table = new Table("RUN", "STATE", "STARTED", "TOOK", "NAME");
        for (Run run : runs) {
            table.add(
                    String.valueOf(run.number()),
                    StateWords.of(run.state()),
                    Words.time(run.createdAt()),
                    Words.between(run.startedAt(), run.finishedAt()),
                    run.displayName());
        }
        return table;
    }
}
