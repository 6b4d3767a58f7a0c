package io.github.binnacle.localengine.environment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Hands on the lines of a small log while it grows, and removes it at the end. */
final class GrowingLog implements AutoCloseable {
    private static final long MILLISECONDS = 150;

    private final Path file;
    private final Consumer<String> lines;
    private final Thread follower;
    private int told;

    GrowingLog(Path file, Consumer<String> lines) {
        this.file = file;
        this.lines = lines;
        this.follower = Thread.ofVirtual().name("log of a tool").start(this::follow);
    }

    /** Hands on what is left, and returns the whole text. */
    String finish() throws IOException, InterruptedException {
        follower.interrupt();
        follower.join();
        String text = read();
        tell(text.isEmpty() || text.endsWith("\n") ? text : text + "\n");
        return text;
    }

    @Override
    public void close() throws IOException {
        follower.interrupt();
        Files.deleteIfExists(file);
    }

    private void follow() {
        try {
            while (true) {
                Thread.sleep(MILLISECONDS);
                tell(read());
            }
        } catch (InterruptedException | IOException over) {
            return;
        }
    }

    private String read() throws IOException {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException notYet) {
            return "";
        }
    }

    private void tell(String text) {
        int end = text.lastIndexOf('\n') + 1;
        if (end > told) {
            text.substring(told, end).lines().forEach(lines);
            told = end;
        }
    }
}
