package io.github.binnacle.app.cli;

import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.run.TaskSnapshot;
import io.github.binnacle.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "artifacts",
        description = {"Lists what the steps of a run made.", ""})
final class RunsArtifactsCommand implements Callable<Integer> {
    private final Console console;
    private final CliServices services;

    @Parameters(paramLabel = "RUN", description = "Number, id or beginning of the id.")
    private String run = "";

    @Option(names = "--task", paramLabel = "STEP", description = "Only of this step.")
    private String task = "";

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean asJson;

    RunsArtifactsCommand(Console console, CliServices services) {
        this.console = console;
        this.services = services;
    }

    private record Made(TaskSnapshot step, String output, RuntimeArtifact artifact) {}

    @Override
    public Integer call() throws Refused {
        RunSnapshot snapshot = new RunLookup(services.history()).snapshot(run);
        List<Made> made = new ArrayList<>();
        for (TaskSnapshot step : RunLookup.steps(snapshot, task)) {
            step.outputs()
                    .artifacts()
                    .forEach((output, list) ->
                            list.forEach(artifact -> made.add(new Made(step, output, artifact))));
        }
        if (asJson) {
            List<Value> values = made.stream().map(RunsArtifactsCommand::json).toList();
            console.print(Value.of(Map.of("artifacts", Value.of(values))));
        } else if (made.isEmpty()) {
            console.print("Run " + snapshot.run().number() + " has made no artifacts.");
        } else {
            table(made).lines().forEach(console::print);
        }
        return ExitCode.OK;
    }

    private static Table table(List<Made> made) {
        Table table = new Table("ID", "STEP", "OUTPUT", "TYPE", "SIZE", "WHERE");
        for (Made each : made) {
            table.add(
                    String.valueOf(each.artifact().id()),
                    each.step().path().toString(),
                    each.output(),
                    each.artifact().type().title().replaceFirst("^system\\.", ""),
                    Words.size(each.artifact().bytes()),
                    each.artifact().uri());
        }
        return table;
    }

    private static Value json(Made made) {
        return RunJson.of(made.artifact())
                .with("task", Value.of(made.step().path().toString()))
                .with("output", Value.of(made.output()));
    }
}
