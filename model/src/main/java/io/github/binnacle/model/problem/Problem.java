package io.github.binnacle.model.problem;

import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.document.SourceRange;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Describes one thing that is wrong.
 *
 * @param code key of its sentence in {@code Problems.properties}, such as {@code
 *     pipeline.unknown-component}
 * @param where what it is about
 * @param range where in the text, if it is about text
 * @param arguments named arguments of the sentence; text or numbers
 */
public record Problem(
        String code,
        Severity severity,
        @Nullable Address where,
        @Nullable SourceRange range,
        Map<String, Object> arguments) {
    public Problem {
        arguments = Map.copyOf(arguments);
    }

    /** Returns the sentence for users: what happened, where, what to do. */
    public String message() {
        return ProblemText.of(code, arguments);
    }
}
