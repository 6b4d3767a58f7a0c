package io.github.binnacle.localengine.run;

import io.github.binnacle.localengine.environment.PythonEnvironment;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the commands of containers into commands of this computer. */
final class CommandLines {
    private static final Pattern PYTHON =
            Pattern.compile("(?:/usr(?:/local)?/bin/)?python3?(?:\\.[0-9]+)?");

    private CommandLines() {}

    /** Puts the environment's interpreter first, so that scripts find it too. */
    static Map<String, String> withPath(
            Map<String, String> variables, @Nullable PythonEnvironment environment) {
        if (environment == null) {
            return variables;
        }
        String folder = Objects.requireNonNull(environment.python().getParent()).toString();
        Map<String, String> changed = new LinkedHashMap<>(variables);
        String path = variables.getOrDefault("PATH", "");
        changed.put("PATH", path.isEmpty() ? folder : folder + File.pathSeparator + path);
        return changed;
    }

    /**
     * Replaces a Python interpreter by that of the environment, and finds other programs.
     *
     * @throws TaskFailure if there is no such program
     */
    static List<String> onHost(
            List<String> words, String path, @Nullable PythonEnvironment environment)
            throws TaskFailure {
        if (words.isEmpty()) {
            throw TaskFailure.of("run.command-empty", Map.of());
        }
        String program = words.getFirst();
        List<String> argv = new ArrayList<>(words);
        if (environment != null && PYTHON.matcher(program).matches()) {
            argv.set(0, environment.python().toString());
        } else if (!program.contains("/") && !program.contains(File.separator)) {
            argv.set(0, find(program, path).toString());
        }
        return argv;
    }

    private static Path find(String program, String path) throws TaskFailure {
        for (String folder : path.split(File.pathSeparator)) {
            Optional<Path> found = inFolder(folder, program);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw TaskFailure.of("run.command-missing", Map.of("command", program));
    }

    private static Optional<Path> inFolder(String folder, String program) {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        Path candidate = Path.of(folder, program);
        return Files.isExecutable(candidate) && !Files.isDirectory(candidate)
                ? Optional.of(candidate)
                : Optional.empty();
    }
}
