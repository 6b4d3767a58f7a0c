package io.github.binnacle.app.cli;

import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.run.Run;
import io.github.binnacle.model.run.RunEngine;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks the engine to do something with runs. */
abstract class RunsRequestCommand implements Callable<Integer> {
    private final Console console;
    private final CliServices services;

    @Parameters(
            arity = "1..*",
            paramLabel = "RUN",
            description = "Number, id or beginning of the id.")
    private List<String> runs = List.of();

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean asJson;

    RunsRequestCommand(Console console, CliServices services) {
        this.console = console;
        this.services = services;
    }

    abstract Outcome<RunId> ask(RunEngine engine, RunId run);

    /** Returns what has happened to a run, as in {@code Run 3 is being canceled.} */
    abstract String done(Run run);

    @Override
    public Integer call() throws Refused {
        RunLookup lookup = new RunLookup(services.history());
        List<Value> asked = new ArrayList<>();
        int code = ExitCode.OK;
        for (String text : runs) {
            Run run = lookup.snapshot(text).run();
            switch (ask(services.engine(), run.id())) {
                case Outcome.Done(RunId id, List<Problem> _) -> {
                    asked.add(Value.of(id.value()));
                    if (!asJson) {
                        console.print(done(run));
                    }
                }
                case Outcome.Refused(List<Problem> problems) ->
                        code = new Refusals(console).print(problems);
            }
        }
        if (asJson) {
            console.print(Value.of(Map.of("runs", Value.of(asked))));
        }
        return code;
    }

    @Command(
            name = "cancel",
            description = {"Stops runs and all their processes.", ""})
    static final class Cancel extends RunsRequestCommand {
        Cancel(Console console, CliServices services) {
            super(console, services);
        }

        @Override
        Outcome<RunId> ask(RunEngine engine, RunId run) {
            return engine.cancel(run);
        }

        @Override
        String done(Run run) {
            return "Run " + run.number() + " is being canceled.";
        }
    }

    @Command(
            name = "resume",
            description = {
                "Goes on with interrupted, failed or canceled runs; finished steps are kept.",
                ""
            })
    static final class Resume extends RunsRequestCommand {
        Resume(Console console, CliServices services) {
            super(console, services);
        }

        @Override
        Outcome<RunId> ask(RunEngine engine, RunId run) {
            return engine.resume(run);
        }

        @Override
        String done(Run run) {
            return "Run "
                    + run.number()
                    + " goes on. Watch it with \"binnacle runs show "
                    + run.number()
                    + " --follow\".";
        }
    }

    @Command(
            name = "delete",
            description = {
                "Removes finished runs with their files; artifacts that other runs use stay.",
                ""
            })
    static final class Delete extends RunsRequestCommand {
        Delete(Console console, CliServices services) {
            super(console, services);
        }

        @Override
        Outcome<RunId> ask(RunEngine engine, RunId run) {
            return engine.delete(run);
        }

        @Override
        String done(Run run) {
            return "Run " + run.number() + " is deleted.";
        }
    }
}
