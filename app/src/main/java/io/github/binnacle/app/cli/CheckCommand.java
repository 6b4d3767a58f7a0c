package io.github.binnacle.app.cli;

import io.github.binnacle.localengine.check.CheckReport;
import io.github.binnacle.localengine.check.CheckedPipeline;
import io.github.binnacle.localengine.check.CheckedPipeline.Verdict;
import io.github.binnacle.localengine.project.ImageLine;
import io.github.binnacle.model.problem.Severity;
import io.github.binnacle.model.run.RunRequest.RunOptions;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description = {
            "Says which pipelines of a folder run on this computer, and what the others need.",
            ""
        })
final class CheckCommand implements Callable<Integer> {
    private final Console console;
    private final CliServices services;

    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "Folder to look through (default: the current one).")
    private Path folder = Path.of("");

    @Option(
            names = "--allow-host-commands",
            description = "Count commands of containers that this computer has itself.")
    private boolean allowsHostCommands;

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean asJson;

    CheckCommand(Console console, CliServices services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() throws IOException, Refused {
        if (!Files.isDirectory(folder.toAbsolutePath())) {
            throw new Refused(
                    ExitCode.USAGE,
                    folder + " is no folder. For one file: binnacle validate " + folder);
        }
        RunOptions options = new RunOptions(true, false, allowsHostCommands);
        CheckReport report = services.projectCheck().check(folder, options);
        if (asJson) {
            console.print(json(report));
        } else {
            print(report);
        }
        return report.count(Verdict.RUNS) == report.pipelines().size()
                ? ExitCode.OK
                : ExitCode.FAILED;
    }

    private void print(CheckReport report) {
        Refusals problems = new Refusals(console);
        report.settingsProblems().forEach(problems::print);
        for (CheckedPipeline pipeline : report.pipelines()) {
            String file = report.folder().relativize(pipeline.file()).toString();
            console.print(word(pipeline.verdict()) + " " + file);
            if (pipeline.verdict() != Verdict.RUNS) {
                pipeline.problems().stream()
                        .filter(problem -> problem.severity() == Severity.ERROR)
                        .forEach(problem -> console.print("         " + problem.message()));
            }
        }
        printSum(report);
        if (!report.proposals().isEmpty()) {
            console.print("");
            console.print("Dockerfiles here suggest these lines for binnacle.yaml:");
            console.print("images:");
            report.proposals().forEach(proposal -> console.print("  " + ImageLine.of(proposal)));
        }
    }

    private String word(Verdict verdict) {
        Style style =
                switch (verdict) {
                    case RUNS -> Style.GREEN;
                    case REFUSED -> Style.YELLOW;
                    case INVALID -> Style.RED;
                };
        return style.on(console, String.format("%-8s", verdict.name().toLowerCase(Locale.ROOT)));
    }

    private void printSum(CheckReport report) {
        if (report.pipelines().isEmpty()) {
            console.print("No compiled pipelines in " + report.folder() + ".");
            return;
        }
        console.print(
                report.count(Verdict.RUNS)
                        + " of "
                        + Words.count(report.pipelines().size(), "pipeline")
                        + " can run here, "
                        + report.count(Verdict.REFUSED)
                        + " refused, "
                        + report.count(Verdict.INVALID)
                        + " invalid.");
    }

    private static Value json(CheckReport report) {
        List<Value> pipelines =
                report.pipelines().stream()
                        .map(pipeline -> (Value) json(report.folder(), pipeline))
                        .toList();
        return Value.Struct.EMPTY
                .with("folder", Value.of(report.folder().toString()))
                .with("pipelines", Value.of(pipelines))
                .with(
                        "settingsProblems",
                        Value.of(
                                report.settingsProblems().stream()
                                        .map(ProblemLines::json)
                                        .toList()))
                .with(
                        "proposals",
                        Value.of(
                                report.proposals().stream()
                                        .map(ImageLine::of)
                                        .map(Value::of)
                                        .toList()));
    }

    private static Value.Struct json(Path folder, CheckedPipeline pipeline) {
        return Value.Struct.EMPTY
                .with("path", Value.of(folder.relativize(pipeline.file()).toString()))
                .with("name", Value.of(pipeline.name()))
                .with("verdict", Value.of(pipeline.verdict().name()))
                .with(
                        "problems",
                        Value.of(pipeline.problems().stream().map(ProblemLines::json).toList()));
    }
}
