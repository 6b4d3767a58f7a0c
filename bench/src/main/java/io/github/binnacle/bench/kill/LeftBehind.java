package io.github.binnacle.bench.kill;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Finds processes of a home folder that are still there though their host is not. Linux only. */
final class LeftBehind {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Path home;
    private final String run;

    LeftBehind(Path home, String run) {
        this.home = home;
        this.run = run;
    }

    /** Returns what is left after five seconds, as soon as nothing is. */
    List<String> await() throws IOException, InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        List<String> left = find();
        while (!left.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(5);
            left = find();
        }
        return left;
    }

    private List<String> find() throws IOException {
        List<String> found = new ArrayList<>();
        try (DirectoryStream<Path> processes =
                Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                if (isOurs(process)) {
                    found.add(process.getFileName() + " " + text(process.resolve("cmdline")));
                }
            }
        }
        return found;
    }

    /** A task's environment names its run; the supervisor and its workers name the home folder. */
    private boolean isOurs(Path process) {
        boolean isMe = process.endsWith(Long.toString(ProcessHandle.current().pid()));
        return !isMe
                && (text(process.resolve("environ")).contains("BINNACLE_ATTEMPT=" + run)
                        || text(process.resolve("cmdline")).contains(home.toString()));
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .replace('\0', ' ');
        } catch (IOException e) {
            return "";
        }
    }
}
