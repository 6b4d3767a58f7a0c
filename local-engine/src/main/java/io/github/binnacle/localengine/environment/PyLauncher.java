package io.github.binnacle.localengine.environment;

import io.github.binnacle.localengine.supervisor.ChildEnvironment;
import io.github.binnacle.localengine.supervisor.Question;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the {@code py} launcher of Windows which Pythons it knows. */
final class PyLauncher {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern ENTRY =
            Pattern.compile("\\s*-(?:V:)?3\\S*\\s+(?:\\*\\s*)?(\\S.*\\.exe)\\s*");

    private PyLauncher() {}

    /** Returns interpreters, in the launcher's order; none on other systems. */
    static List<Path> list(Map<String, String> environment) {
        if (File.separatorChar != '\\') {
            return List.of();
        }
        List<String> question = List.of("py", "-0p");
        try {
            String answer =
                    Question.ask(question, ChildEnvironment.of(environment), PATIENCE).orElse("");
            return read(answer).stream().map(Path::of).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    static List<String> read(String answer) {
        return answer.lines()
                .map(ENTRY::matcher)
                .filter(Matcher::matches)
                .map(entry -> entry.group(1))
                .toList();
    }
}
