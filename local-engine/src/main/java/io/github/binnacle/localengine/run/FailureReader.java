package io.github.binnacle.localengine.run;

import io.github.binnacle.localengine.supervisor.ProcessEnd;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Explains from a process's end and its log why an attempt failed. */
final class FailureReader {
    private static final int TAIL = 64 * 1024;

    private static final Map<Integer, String> SIGNALS =
            Map.of(
                    4, "SIGILL", 6, "SIGABRT", 7, "SIGBUS", 8, "SIGFPE", 9, "SIGKILL", 11,
                    "SIGSEGV", 13, "SIGPIPE", 15, "SIGTERM");

    private FailureReader() {}

    /** Explains the end of a process that did not end well. */
    static TaskFailure explain(ProcessEnd end, ExecutorTask task, Path log) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("log", log.toString());
        return switch (end.reason()) {
            case TIMEOUT -> {
                facts.put("seconds", end.wall().toSeconds());
                yield TaskFailure.ofAttempt("run.timeout", facts, null);
            }
            case MEMORY -> {
                facts.put("limit", mebibytes(task.resources().memoryLimit()));
                yield TaskFailure.ofAttempt("run.out-of-memory", facts, null);
            }
            case LOST, CANCELED -> TaskFailure.ofAttempt("run.lost", facts, null);
            case EXITED -> exited(end, facts, log);
        };
    }

    private static TaskFailure exited(ProcessEnd end, Map<String, Object> facts, Path log) {
        Integer signal = end.signal();
        if (signal != null) {
            facts.put("signal", SIGNALS.getOrDefault(signal, "signal " + signal));
            return TaskFailure.ofAttempt(signal == 9 ? "run.killed" : "run.signal", facts, null);
        }
        int code = end.exitCode() == null ? -1 : end.exitCode();
        facts.put("exitCode", code);
        Optional<Traceback> traceback = Traceback.last(tail(log));
        if (traceback.isEmpty()) {
            String line = lastLine(tail(log));
            facts.put("line", Shortened.text(line));
            return TaskFailure.ofAttempt(
                    line.isEmpty() ? "run.exit-code-silent" : "run.exit-code", facts, code);
        }
        facts.put("error", Shortened.text(traceback.get().error()));
        String place = traceback.get().place();
        facts.put("place", place.isEmpty() ? "in code that is not its own" : place);
        Optional<String> module = traceback.get().missingModule();
        facts.put("module", module.orElse(""));
        return TaskFailure.ofAttempt(
                module.isPresent()
                        ? "run.missing-package"
                        : traceback.get().isMemoryError() ? "run.memory-error" : "run.python-error",
                facts,
                code);
    }

    private static String mebibytes(long bytes) {
        return Long.toString(bytes >> 20);
    }

    private static String lastLine(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce("", (_, line) -> line);
    }

    private static String tail(Path log) {
        try (SeekableByteChannel channel = Files.newByteChannel(log)) {
            long size = channel.size();
            channel.position(Math.max(0, size - TAIL));
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(size, TAIL));
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                continue;
            }
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
