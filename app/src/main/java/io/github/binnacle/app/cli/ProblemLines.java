package io.github.binnacle.app.cli;

import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.document.SourceRange;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import io.github.binnacle.model.value.Value;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/** Prints problems as compilers do, so that editors find the place. */
final class ProblemLines {
    private final Console console;

    ProblemLines(Console console) {
        this.console = console;
    }

    /** Returns {@code file:line:column: error: sentence}. */
    String line(String file, Problem problem) {
        SourceRange range = problem.range();
        String place = range == null ? "" : ":" + range.line() + ":" + range.column();
        return file + place + ": " + word(problem.severity()) + ": " + problem.message();
    }

    private String word(Severity severity) {
        String word = severity.name().toLowerCase(Locale.ROOT);
        String style =
                switch (severity) {
                    case ERROR -> "bold,red";
                    case WARNING -> "bold,yellow";
                    case NOTE -> "faint";
                };
        Ansi ansi = console.hasColours() ? Ansi.ON : Ansi.OFF;
        return ansi.string("@|" + style + " " + word + "|@");
    }

    /** Returns the stable JSON shape of a problem; line and column are left out if unknown. */
    static Value json(Problem problem) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("code", Value.of(problem.code()));
        fields.put("severity", Value.of(problem.severity().name().toLowerCase(Locale.ROOT)));
        fields.put("message", Value.of(problem.message()));
        SourceRange range = problem.range();
        if (range != null) {
            fields.put("line", Value.of(range.line()));
            fields.put("column", Value.of(range.column()));
        }
        if (problem.where() instanceof Address.TaskAddress task) {
            fields.put("task", Value.of(String.join("/", task.tasks())));
        }
        return Value.of(fields);
    }
}
