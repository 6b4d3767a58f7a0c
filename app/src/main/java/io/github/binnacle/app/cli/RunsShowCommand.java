package io.github.binnacle.app.cli;

import io.github.binnacle.model.address.Address.DocumentAddress;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.pipeline.PipelineGraph;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.run.Run;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.TaskSnapshot;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description = {"Shows a run with its steps.", ""})
final class RunsShowCommand implements Callable<Integer> {
    private final Console console;
    private final CliServices services;

    @Parameters(paramLabel = "RUN", description = "Number, id or beginning of the id.")
    private String run = "";

    @Option(names = "--follow", description = "Watch the run to its end.")
    private boolean isFollowed;

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean asJson;

    RunsShowCommand(Console console, CliServices services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, Refused {
        RunSnapshot snapshot = new RunLookup(services.history()).snapshot(run);
        if (isFollowed) {
            return follow(snapshot);
        }
        if (asJson) {
            console.print(RunJson.of(snapshot));
        } else {
            print(snapshot);
        }
        return ExitCode.OK;
    }

    private int follow(RunSnapshot snapshot) throws IOException, InterruptedException {
        Console watched = asJson ? console.silent() : console;
        RunSnapshot ended;
        try (Detachment _ = new Detachment(console, snapshot.run())) {
            ended =
                    new RunWatch(watched, InstantSource.system())
                            .toEnd(
                                    services.engine().follow(snapshot.run().id()),
                                    graph(snapshot.run().id()));
        }
        if (asJson) {
            console.print(RunJson.of(ended));
        } else {
            new RunEnding(console, services.logs()).print(ended);
        }
        return RunEnding.exitCode(ended.run().state());
    }

    private PipelineGraph graph(RunId id) {
        String text = services.history().document(id).orElse("");
        return switch (PipelineDocument.parse(new DocumentAddress(""), text)) {
            case Outcome.Done(PipelineDocument document, List<Problem> _) ->
                    PipelineGraph.of(document);
            case Outcome.Refused(List<Problem> problems) ->
                    throw new IllegalStateException("The recorded document: " + problems);
        };
    }

    private void print(RunSnapshot snapshot) throws IOException {
        Run run = snapshot.run();
        console.print("Run " + run.number() + ": " + run.displayName());
        console.print("  pipeline    " + run.pipelineName());
        console.print("  id          " + run.id());
        console.print("  started     " + Words.time(run.createdAt()));
        if (!run.documentPath().isEmpty()) {
            console.print("  file        " + run.documentPath());
        }
        run.parameters()
                .forEach((name, value) ->
                        console.print(
                                "  parameter   " + name + " = " + RunEnding.shortened(value)));
        console.print("");
        steps(snapshot).lines().forEach(console::print);
        console.print("");
        if (run.state().isFinished()) {
            new RunEnding(console, services.logs()).print(snapshot);
        } else {
            console.print("Run " + run.number() + " is " + StateWords.of(run.state()) + ".");
        }
    }

    private static Table steps(RunSnapshot snapshot) {
        Table table = new Table("STEP", "STATE", "TOOK", "");
        for (TaskSnapshot task : StepTree.of(snapshot.tasks())) {
            int depth = task.path().segments().size() - 1;
            table.add(
                    "  ".repeat(depth) + task.path().segments().getLast(),
                    StateWords.of(task.state()),
                    Words.between(task.startedAt(), task.finishedAt()),
                    StateWords.reason(task.state()));
        }
        return table;
    }
}
