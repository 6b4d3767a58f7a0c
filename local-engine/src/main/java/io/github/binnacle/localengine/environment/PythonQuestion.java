package io.github.binnacle.localengine.environment;

import io.github.binnacle.localengine.supervisor.Question;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks an interpreter which it is, for a few seconds at most. */
final class PythonQuestion {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String PROGRAM =
            "import sys; print('%d.%d.%d' % sys.version_info[:3], sys.executable)";
    private static final Pattern ANSWER = Pattern.compile("(3\\.(\\d+)\\.\\d+) (.+)");

    private PythonQuestion() {}

    /** Returns what it answers; empty if it does not work or is too old. */
    static Optional<Python> ask(Path interpreter, Map<String, String> environment) {
        List<String> command = List.of(interpreter.toString(), "-I", "-c", PROGRAM);
        try {
            return Question.ask(command, environment, PATIENCE).flatMap(PythonQuestion::read);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<Python> read(String answer) {
        Matcher matcher = ANSWER.matcher(answer.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int minor = Integer.parseInt(matcher.group(2));
        return minor < Python.OLDEST_MINOR
                ? Optional.empty()
                : Optional.of(new Python(Path.of(matcher.group(3)), minor, matcher.group(1)));
    }
}
