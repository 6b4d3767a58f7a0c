package io.github.binnacle.localengine.environment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks an interpreter which it is, for a few seconds at most. */
final class PythonQuestion {
    private static final long SECONDS = 10;
    private static final String PROGRAM =
            "import sys; print('%d.%d.%d' % sys.version_info[:3], sys.executable)";
    private static final Pattern ANSWER = Pattern.compile("(3\\.(\\d+)\\.\\d+) (.+)");

    private PythonQuestion() {}

    /** Returns what it answers; empty if it does not work or is too old. */
    static Optional<Python> ask(Path interpreter, Map<String, String> environment) {
        try {
            return read(answer(interpreter, environment));
        } catch (IOException e) {
            return Optional.empty();
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

    private static String answer(Path interpreter, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(interpreter.toString(), "-I", "-c", PROGRAM)
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    : "";
        } finally {
            process.destroyForcibly();
        }
    }
}
