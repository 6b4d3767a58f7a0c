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
            components:
              comp-say:
                executorLabel: exec-say
                inputDefinitions:
                  parameters:
                    text:
                      parameterType: STRING
            deploymentSpec:
              executors:
                exec-say:
                  container:
                    args: ["{{$.inputs.parameters['text']}}"]
                    command: [echo]
                    image: python:3.11
            pipelineInfo:
              name: rehearsal
            root:
              dag:
                tasks:
                  say:
                    componentRef:
                      name: comp-say
                    inputs:
                      parameters:
                        text:
                          runtimeValue:
                            constant: hello
                    taskInfo:
                      name: say
                    triggerPolicy:
                      condition: "'a' == 'b'"
                  wrong:
                    componentRef:
                      name: comp-missing
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
        run("runs", "list");
        run("runs", "show", "1");
        run("secrets", "list");
        return ExitCode.OK;
    }

    private void run(String... args) {
        new CommandTree(rehearsing(), services).run(args);
    }

    private Console rehearsing() {
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
