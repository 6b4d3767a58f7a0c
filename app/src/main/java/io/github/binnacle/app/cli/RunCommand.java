package io.github.binnacle.app.cli;

import io.github.binnacle.localengine.project.ProjectFiles;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.pipeline.PipelineGraph;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.run.Run;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunRequest;
import io.github.binnacle.model.run.RunRequest.RunOptions;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        description = {
            "Runs a pipeline on this computer and shows how it goes.",
            "Ctrl-C stops watching; the run goes on.",
            ""
        })
final class RunCommand implements Callable<Integer> {
    private final Console console;
    private final CliServices services;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "PATH",
            description =
                    "Compiled pipeline (YAML or JSON), Python source, or - for standard input.")
    private String path = "";

    @Option(
            names = {"-p", "--param"},
            paramLabel = "NAME=VALUE",
            description = "Sets a parameter; lists and structs are JSON. May be repeated.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--param-file",
            paramLabel = "FILE",
            description = "Takes parameters from a YAML or JSON file; -p wins.")
    private @Nullable Path parameterFile;

    @Option(
            names = "--pipeline",
            paramLabel = "NAME",
            description = "Pipeline function of a Python source with several.")
    private String pipeline = "";

    @Option(names = "--name", paramLabel = "TEXT", description = "Names the run.")
    private String name = "";

    @Option(names = "--no-cache", description = "Run every step, whatever ran before.")
    private boolean isUncached;

    @Option(names = "--follow", description = "Watch the run to its end; this is the default.")
    private boolean isFollowed;

    @Option(names = "--no-follow", description = "Only start the run.")
    private boolean isLeft;

    @Option(names = "--trust", description = "You trust this pipeline for this run.")
    private boolean isTrusted;

    @Option(
            names = "--allow-host-commands",
            description =
                    "Run commands of containers on this computer itself when no podman or docker"
                            + " is usable.")
    private boolean allowsHostCommands;

    @Option(names = "--json", description = "Print the run as JSON when it has ended.")
    private boolean asJson;

    RunCommand(Console console, CliServices services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, Refused {
        SubmittedSource source = SubmittedSource.read(path, console);
        Path project = project(source);
        if (!isTrusted) {
            new TrustCheck(console, services.trust()).require(source, project);
        }
        return switch (source.document(services::compiler, pipeline, new Progress(console))) {
            case Outcome.Done(PipelineDocument document, List<Problem> warnings) -> {
                warnings.forEach(new Refusals(console)::print);
                yield submit(source, project, document);
            }
            case Outcome.Refused(List<Problem> problems) -> refused(problems);
        };
    }

    private int refused(List<Problem> problems) {
        if (asJson) {
            List<Value> values = problems.stream().map(ProblemLines::json).toList();
            console.print(Value.of(Map.of("problems", Value.of(values))));
            return Refusals.exitCode(problems);
        }
        return new Refusals(console).print(problems);
    }

    private static Path project(SubmittedSource source) {
        return source.documentPath().isEmpty() ? Path.of("") : ProjectFiles.folderOf(source.path());
    }

    private int submit(SubmittedSource source, Path project, PipelineDocument document)
            throws IOException, InterruptedException, Refused {
        RunRequest request =
                new RunRequest(
                        document.text(),
                        source.documentPath(),
                        project.toString(),
                        name,
                        values(document),
                        new RunOptions(!isUncached, isTrusted, allowsHostCommands));
        return switch (services.engine().submit(request)) {
            case Outcome.Done(RunId run, List<Problem> warnings) -> {
                warnings.forEach(new Refusals(console)::print);
                yield started(run, document);
            }
            case Outcome.Refused(List<Problem> problems) -> refused(problems);
        };
    }

    private Map<String, Value> values(PipelineDocument document) {
        ParameterValues values =
                new ParameterValues(document.spec().root().inputDefinitions().parameters());
        try {
            if (parameterFile != null) {
                values.addFile(parameterFile);
            }
            for (Map.Entry<String, String> entry : parameters.entrySet()) {
                values.add(entry.getKey(), entry.getValue());
            }
            return values.values();
        } catch (ParameterMistake e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private int started(RunId id, PipelineDocument document)
            throws IOException, InterruptedException {
        Run run = services.engine().follow(id).current().run();
        if (isLeft && !isFollowed) {
            printStarted(run);
            return ExitCode.OK;
        }
        if (asJson) {
            Console silent = console.silent();
            RunSnapshot ended = watch(silent, run, document);
            console.print(RunJson.of(ended));
            return RunEnding.exitCode(ended.run().state());
        }
        console.print("Run " + run.number() + ": " + run.displayName());
        RunSnapshot ended = watch(console, run, document);
        new RunEnding(console, services.logs()).print(ended);
        return RunEnding.exitCode(ended.run().state());
    }

    private RunSnapshot watch(Console watched, Run run, PipelineDocument document)
            throws InterruptedException {
        try (Detachment _ = new Detachment(console, run)) {
            return new RunWatch(watched, InstantSource.system())
                    .toEnd(services.engine().follow(run.id()), PipelineGraph.of(document));
        }
    }

    private void printStarted(Run run) {
        if (asJson) {
            console.print(RunJson.of(run));
        } else {
            console.print("Run " + run.number() + " has started: " + run.displayName());
            console.print("Watch it with \"binnacle runs show " + run.number() + " --follow\".");
        }
    }
}
