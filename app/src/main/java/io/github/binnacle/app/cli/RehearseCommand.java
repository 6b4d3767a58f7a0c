package io.github.binnacle.app.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Does what commands usually do, so that the JDK's AOT cache keeps the classes they need. */
@Command(name = "rehearse", hidden = true, description = "Trains the AOT cache.")
final class RehearseCommand implements Callable<Integer> {
    private static final String PIPELINE =
            """
            components: {}
            deploymentSpec: {}
            pipelineInfo:
              name: rehearsal
            root:
              dag:
                tasks: {}
            schemaVersion: 2.1.0
            sdkVersion: kfp-2.17.0
            """;

    private final Console console;
    private final CliServices services;

    RehearseCommand(Console console, CliServices services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() {
        run("--help");
        run("--version");
        run("validate", "-");
        run("validate", "--json", "-");
        return ExitCode.OK;
    }

    private void run(String... args) {
        new CommandTree(silent(), services).run(args);
    }

    private Console silent() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return new Console(
                new ByteArrayInputStream(PIPELINE.getBytes(StandardCharsets.UTF_8)),
                nowhere,
                nowhere,
                console.isTerminal(),
                console.hasColours(),
                console.hasSymbols());
    }
}
