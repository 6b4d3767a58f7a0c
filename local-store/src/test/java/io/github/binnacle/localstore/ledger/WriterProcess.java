package io.github.binnacle.localstore.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A {@link LedgerWriter} in a JVM of its own. */
final class WriterProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private int acknowledged = -1;

    WriterProcess(Path ledger, int run) throws IOException {
        process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                LedgerWriter.class.getName(),
                                ledger.toString(),
                                Integer.toString(run))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Waits until the writer says that a task is recorded. */
    void awaitTask(int number) throws IOException {
        for (String line = ""; line != null && acknowledged < number; ) {
            line = output.readLine();
            acknowledged = line == null ? acknowledged : Integer.parseInt(line);
        }
        if (acknowledged < number) {
            throw new IOException("the writer ended after task " + acknowledged);
        }
    }

    /** Kills the writer as it is and returns the last task that it had acknowledged. */
    int kill() throws IOException, InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            acknowledged = line.isEmpty() ? acknowledged : Integer.parseInt(line);
        }
        return acknowledged;
    }

    /** Lets the writer end in order. */
    void finish() throws IOException, InterruptedException {
        try (OutputStream life = process.getOutputStream()) {
            life.write('\n');
        }
        kill(process.waitFor(10, TimeUnit.SECONDS));
    }

    private void kill(boolean hasEnded) throws IOException, InterruptedException {
        if (!hasEnded) {
            kill();
            throw new IOException("the writer did not end");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
