package io.github.binnacle.localengine.compile;

import io.github.binnacle.model.address.Address.DocumentAddress;
import io.github.binnacle.model.document.SourceRange;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes problems of what goes wrong while a source is compiled. */
final class CompileProblems {
    private static final int LONGEST_MESSAGE = 2_000;

    private final Path source;

    CompileProblems(Path source) {
        this.source = source;
    }

    Problem of(CompileReport report) {
        String choices = String.join(", ", report.choices());
        return switch (report.outcome()) {
            case "unknown" -> about("compile.unknown-pipeline", Map.of("choices", choices));
            case "several" -> about("compile.several-pipelines", Map.of("choices", choices));
            case "none" -> about("compile.no-pipeline", Map.of());
            default -> report.missing().isEmpty() ? failed(report) : missing(report);
        };
    }

    /** The file cannot be read, or its requirements cannot. */
    Problem unreadable(IOException failure) {
        return about("compile.unreadable", Map.of("detail", detail(failure)));
    }

    Problem noEnvironment(String message) {
        return about("compile.no-environment", Map.of("detail", message));
    }

    /** The process ended without a word: killed, out of time, or made to exit by the source. */
    Problem ended(String output) {
        return about("compile.ended", Map.of("output", shortened(output)));
    }

    private Problem failed(CompileReport report) {
        return at(
                report,
                "compile.failed",
                Map.of(
                        "type", report.type(),
                        "detail", shortened(report.message()),
                        "line", report.line()));
    }

    private Problem missing(CompileReport report) {
        return at(
                report,
                "compile.module-missing",
                Map.of("module", report.missing(), "line", report.line()));
    }

    private Problem at(CompileReport report, String code, Map<String, Object> arguments) {
        Path file = Path.of(report.file());
        Map<String, Object> all = new HashMap<>(arguments);
        all.put("file", name(file));
        return new Problem(
                code,
                Severity.ERROR,
                new DocumentAddress(file.toString()),
                range(file, report.line()),
                all);
    }

    private Problem about(String code, Map<String, Object> arguments) {
        Map<String, Object> all = new HashMap<>(arguments);
        all.put("file", name(source));
        return new Problem(code, Severity.ERROR, new DocumentAddress(source.toString()), null, all);
    }

    private static @Nullable SourceRange range(Path file, int line) {
        try {
            String text = Files.readString(file);
            List<String> lines = text.lines().toList();
            int start = 0;
            for (int i = 1; i < line; i++) {
                start = text.indexOf('\n', start) + 1;
            }
            return new SourceRange(line, 1, start, start + lines.get(line - 1).length());
        } catch (IOException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    private static String detail(IOException failure) {
        String message = failure.getMessage();
        return message == null ? failure.toString() : message;
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) + " …" : text;
    }
}
