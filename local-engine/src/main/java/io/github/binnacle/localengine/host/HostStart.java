package io.github.binnacle.localengine.host;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Connects to the host, starting one if none listens. */
final class HostStart {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);
    private static final int TAIL_BYTES = 4_000;
    private static final int TAIL_LINES = 12;

    private final EngineFolders folders;
    private final HostLauncher launcher;
    private final String build;

    HostStart(EngineFolders folders, HostLauncher launcher, String build) {
        this.folders = folders;
        this.launcher = launcher;
        this.build = build;
    }

    /**
     * Connects to the host that listens.
     *
     * @throws IOException if none does
     */
    ClientConnection connect() throws IOException, InterruptedException {
        return ClientConnection.open(new EngineSocket(folders.home()), build);
    }

    /**
     * Connects, starting a host if none listens. Several clients may do so at once: one host will
     * be there.
     *
     * @throws HostUnavailable if it does not get ready in time
     */
    ClientConnection connectOrStart() throws HostUnavailable, InterruptedException {
        ClientConnection connection = tryConnect();
        return connection == null ? start() : connection;
    }

    private ClientConnection start() throws HostUnavailable, InterruptedException {
        long logStart = logSize();
        long end = System.nanoTime() + LIMIT.toNanos();
        Process host = launch();
        while (System.nanoTime() < end) {
            ClientConnection connection = tryConnect();
            if (connection != null) {
                return connection;
            }
            if (!host.isAlive() && host.exitValue() != 0) {
                throw notStarted("it ended with exit code " + host.exitValue(), logStart);
            }
            if (!host.isAlive()) {
                host = launch();
            }
            Thread.sleep(BETWEEN_TRIES);
        }
        host.destroy();
        throw notStarted("it was not ready after " + LIMIT.toSeconds() + " s", logStart);
    }

    private @Nullable ClientConnection tryConnect() throws InterruptedException {
        try {
            return connect();
        } catch (IOException e) {
            return null;
        }
    }

    private Process launch() throws HostUnavailable {
        List<String> command = launcher.command();
        try {
            Files.createDirectories(folders.logs());
            return DetachedProcess.start(
                    command,
                    Map.of("BINNACLE_HOME", folders.home().toString()),
                    folders.home(),
                    folders.hostLog());
        } catch (IOException e) {
            throw notStarted(String.valueOf(e.getMessage()), logSize());
        }
    }

    private HostUnavailable notStarted(String detail, long logStart) {
        return new HostUnavailable(
                "engine.not-started",
                Map.of(
                        "detail", detail,
                        "log", folders.hostLog().toString(),
                        "tail", tail(folders.hostLog(), logStart)));
    }

    private long logSize() {
        try {
            return Files.size(folders.hostLog());
        } catch (IOException e) {
            return 0;
        }
    }

    /** Returns the last lines that were written after a place in a file, without stack frames. */
    private static String tail(Path file, long start) {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(Math.min(start, log.length()), log.length() - TAIL_BYTES);
            byte[] bytes = new byte[(int) (log.length() - from)];
            log.seek(from);
            log.readFully(bytes);
            List<String> lines =
                    new String(bytes, StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("\tat "))
                            .toList();
            return String.join(
                    "\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "";
        }
    }
}
