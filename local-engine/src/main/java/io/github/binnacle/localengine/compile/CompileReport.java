package io.github.binnacle.localengine.compile;

import io.github.binnacle.model.codec.JsonReader;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code compile_pipeline.py} says of a compilation.
 *
 * @param outcome {@code compiled}, {@code failed}, {@code unknown}, {@code several} or {@code none}
 * @param choices names of what could be compiled
 * @param type of the error, such as {@code TypeError}
 * @param file with the innermost place in the user's own code
 * @param line from 1
 * @param missing name of the module that is not installed; empty if that is not the reason
 */
record CompileReport(
        String outcome,
        List<String> choices,
        String type,
        String message,
        String file,
        int line,
        String missing) {
    CompileReport {
        choices = List.copyOf(choices);
    }

    /** Reads a report; empty if there is none, as the process ended before. */
    static Optional<CompileReport> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return JsonReader.parse(Files.readString(file)) instanceof Value.Struct fields
                ? Optional.of(of(fields))
                : Optional.empty();
    }

    private static CompileReport of(Value.Struct fields) {
        List<Value> choices =
                fields.fields().get("choices") instanceof Value.Items(List<Value> items)
                        ? items
                        : List.of();
        BigDecimal line =
                fields.fields().get("line") instanceof Value.Num(BigDecimal number)
                        ? number
                        : BigDecimal.ONE;
        return new CompileReport(
                text(fields.fields().get("outcome")),
                choices.stream().map(CompileReport::text).toList(),
                text(fields.fields().get("type")),
                text(fields.fields().get("message")),
                text(fields.fields().get("file")),
                line.intValue(),
                text(fields.fields().get("missing")));
    }

    private static String text(@Nullable Value value) {
        return value instanceof Value.Text(String text) ? text : "";
    }
}
