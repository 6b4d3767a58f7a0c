package io.github.binnacle.app.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

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
                      condition: inputs.parameter_values['text'] == 'hello'
            schemaVersion: 2.1.0
            sdkVersion: kfp-2.17.0
            """;

    private static final Duration HOST_LIMIT = Duration.ofSeconds(20);

    private final Console console;
    private final CliServices services;

    @Parameters(description = "What to rehearse: ${COMPLETION-CANDIDATES}.")
    private Part part = Part.COMMANDS;

    /** All classes of a cache are loaded at every start, so each use has a cache of its own. */
    enum Part {
        COMMANDS,
        /** The window and the engine host, which both live long. */
        WINDOW
    }

    RehearseCommand(Console console, CliServices services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() throws InterruptedException {
        switch (part) {
            case COMMANDS -> rehearseCommands();
            case WINDOW -> {
                rehearseEngine();
                rehearseWindow();
            }
        }
        return ExitCode.OK;
    }

    private void rehearseCommands() {
        run("--help");
        run("--version");
        run("validate", "-");
        run("validate", "--json", "-");
        run("secrets", "list");
        run("run", "-", "--trust", "--allow-host-commands");
        run("engine", "stop");
        run("runs", "list");
        run("runs", "show", "1");
    }

    /** Runs a pipeline with the engine host in this process, so that its classes are kept too. */
    private void rehearseEngine() throws InterruptedException {
        Thread host = Thread.ofVirtual().name("rehearsing-host").start(this::serve);
        long end = System.nanoTime() + HOST_LIMIT.toNanos();
        Path socket = services.home().folder().resolve("engine.sock");
        while (host.isAlive() && !Files.exists(socket) && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        if (host.isAlive()) {
            run("run", "-", "--trust", "--allow-host-commands");
            run("engine", "stop");
            host.join(HOST_LIMIT);
        }
    }

    /** Without Python there is no engine, and the rest is rehearsed all the same. */
    private void serve() {
        try {
            services.serveEngine();
        } catch (IOException e) {
            console.note("No engine to rehearse with: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void rehearseWindow() {
        try {
            services.rehearseWindow();
        } catch (Refused e) {
            console.note("No window to rehearse with: " + e.getMessage());
        }
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
