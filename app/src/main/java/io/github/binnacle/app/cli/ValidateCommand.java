package io.github.binnacle.app.cli;

import io.github.binnacle.model.problem.Severity;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "validate",
        description = {"Checks compiled pipelines and says what is wrong and where.", ""})
final class ValidateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Files (YAML or JSON), folders with such files, or - for standard input.")
    private List<String> paths = List.of();

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean asJson;

    ValidateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<CheckedFile> files = check();
        if (asJson) {
            console.print(json(files));
        } else {
            files.forEach(this::print);
            sumUp(files);
        }
        return files.stream().allMatch(CheckedFile::isValid) ? ExitCode.OK : ExitCode.FAILED;
    }

    private List<CheckedFile> check() throws IOException {
        List<CheckedFile> checked = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        for (String path : paths) {
            if (path.equals("-")) {
                String text = new String(console.in().readAllBytes(), StandardCharsets.UTF_8);
                checked.add(CheckedFile.read("<stdin>", text));
            } else if (Files.isDirectory(Path.of(path))) {
                files.addAll(PipelineFiles.below(Path.of(path)));
            } else {
                files.add(Path.of(path));
            }
        }
        checked.addAll(files.parallelStream().map(CheckedFile::read).toList());
        return checked;
    }

    private void print(CheckedFile file) {
        ProblemLines lines = new ProblemLines(console);
        file.problems().forEach(problem -> console.print(lines.line(file.name(), problem)));
        console.print(file.name() + ": " + verdict(file));
    }

    private static String verdict(CheckedFile file) {
        String warnings = Words.count(file.count(Severity.WARNING), "warning");
        if (!file.isValid()) {
            String errors = Words.count(file.count(Severity.ERROR), "error");
            return file.count(Severity.WARNING) == 0 ? errors : errors + ", " + warnings;
        }
        return file.count(Severity.WARNING) == 0 ? "valid" : "valid, " + warnings;
    }

    private void sumUp(List<CheckedFile> files) {
        if (files.isEmpty()) {
            console.print("No compiled pipelines in " + String.join(", ", paths) + ".");
        } else if (files.size() > 1) {
            long valid = files.stream().filter(CheckedFile::isValid).count();
            console.print(valid + " of " + files.size() + " files are valid.");
        }
    }

    private static Value json(List<CheckedFile> files) {
        return Value.of(
                Map.of("files", Value.of(files.stream().map(ValidateCommand::json).toList())));
    }

    private static Value json(CheckedFile file) {
        return Value.Struct.EMPTY
                .with("path", Value.of(file.name()))
                .with("valid", Value.of(file.isValid()))
                .with(
                        "problems",
                        Value.of(file.problems().stream().map(ProblemLines::json).toList()));
    }
}
