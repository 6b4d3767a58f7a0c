package io.github.binnacle.localengine.supervisor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks programs that answer with a few lines and start nothing: they need no supervisor. */
public final class Question {
    private Question() {}

    /**
     * Returns what a command prints; empty if it is not there, fails, or takes too long.
     *
     * @param environment complete
     */
    public static Optional<String> ask(
            List<String> command, Map<String, String> environment, Duration patience)
            throws InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            try {
                return answer(process, patience);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    private static Optional<String> answer(Process process, Duration patience)
            throws IOException, InterruptedException {
        process.getOutputStream().close();
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
                        && process.exitValue() == 0
                ? Optional.of(
                        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                : Optional.empty();
    }
}
