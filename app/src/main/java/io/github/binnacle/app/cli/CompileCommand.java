package io.github.binnacle.app.cli;

import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "compile",
        description = {
            "Compiles a pipeline written in Python, with the KFP SDK in an environment of its own.",
            "This runs the file's code.",
            ""
        })
final class CompileCommand implements Callable<Integer> {
    private final Console console;
    private final CliServices services;

    @Parameters(paramLabel = "SOURCE.py", description = "Python file that defines a pipeline.")
    private Path source = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.yaml",
            description = "File to write; - for standard output. Default: the source's name.")
    private @Nullable String output;

    @Option(
            names = "--pipeline",
            paramLabel = "NAME",
            description = "Pipeline function, if the file defines several.")
    private String pipeline = "";

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean asJson;

    CompileCommand(Console console, CliServices services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, Refused {
        if (!Files.isRegularFile(source)) {
            throw new Refused(
                    ExitCode.USAGE, "There is no file " + source + ". Name a Python file.");
        }
        Path file = source.toAbsolutePath().normalize();
        return switch (compiled(file)) {
            case Outcome.Done(String yaml, List<Problem> warnings) -> {
                warnings.forEach(new Refusals(console)::print);
                write(yaml);
                yield ExitCode.OK;
            }
            case Outcome.Refused(List<Problem> problems) -> {
                int code = new Refusals(console).print(problems);
                yield code == ExitCode.REFUSED ? ExitCode.FAILED : code;
            }
        };
    }

    private Outcome<String> compiled(Path file) throws InterruptedException {
        try (Progress progress = new Progress(console)) {
            return services.compiler().compile(file, pipeline, progress::show);
        }
    }

    private void write(String yaml) throws IOException {
        if ("-".equals(output)) {
            console.out().print(yaml);
            return;
        }
        Path target = output == null ? beside() : Path.of(output);
        Files.writeString(target, yaml);
        if (asJson) {
            console.print(
                    Value.Struct.EMPTY.with(
                            "output", Value.of(target.toAbsolutePath().toString())));
        } else {
            console.print("Wrote " + target + ".");
        }
    }

    private Path beside() {
        String name = source.getFileName().toString();
        String stem = name.endsWith(".py") ? name.substring(0, name.length() - 3) : name;
        return source.resolveSibling(stem + ".yaml");
    }
}
