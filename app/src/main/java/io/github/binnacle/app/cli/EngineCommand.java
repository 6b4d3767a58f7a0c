package io.github.binnacle.app.cli;

import io.github.binnacle.localengine.host.EngineClient;
import io.github.binnacle.localengine.host.EngineClient.HostFacts;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The engine host itself; window and command line start it when they need it. */
@Command(
        name = "engine",
        hidden = true,
        description = {"Serves the runs of this computer until nothing is to be done.", ""})
final class EngineCommand implements Callable<Integer> {
    private final CliServices services;

    EngineCommand(CliServices services) {
        this.services = services;
    }

    @Override
    public Integer call() throws Exception {
        services.serveEngine();
        return ExitCode.OK;
    }

    @Command(
            name = "stop",
            description = {"Ends the engine; what runs is interrupted.", ""})
    static final class Stop implements Callable<Integer> {
        private final Console console;
        private final CliServices services;

        Stop(Console console, CliServices services) {
            this.console = console;
            this.services = services;
        }

        @Override
        public Integer call() {
            try (EngineClient engine = services.engineClient()) {
                return switch (engine.shutdown()) {
                    case Outcome.Done(HostFacts facts, List<Problem> _) -> {
                        console.print(sentence(facts));
                        yield ExitCode.OK;
                    }
                    case Outcome.Refused(List<Problem> problems) ->
                            new Refusals(console).print(problems);
                };
            }
        }

        private static String sentence(HostFacts facts) {
            if (facts.pid() == 0) {
                return "No engine is running.";
            }
            return "The engine ends."
                    + (facts.runsGoingOn() == 0
                            ? ""
                            : " "
                                    + Words.count(facts.runsGoingOn(), "run")
                                    + " interrupted; go on with \"binnacle runs resume\".");
        }
    }
}
