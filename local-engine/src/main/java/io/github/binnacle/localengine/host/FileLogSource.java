package io.github.binnacle.localengine.host;

import io.github.binnacle.model.run.Attempt;
import io.github.binnacle.model.run.LogSource;
import io.github.binnacle.model.run.RunHistory;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.TaskPath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads the logs of attempts where the ledger says they are, inside the folder of runs only. */
public final class FileLogSource implements LogSource {
    private final RunHistory history;
    private final Path runs;
    private final Map<Key, Path> known = new ConcurrentHashMap<>();

    /**
     * @param runs folder with one folder per run
     */
    public FileLogSource(RunHistory history, Path runs) {
        this.history = history;
        this.runs = runs;
    }

    private record Key(RunId run, TaskPath task, int attempt) {}

    @Override
    public Stretch read(RunId run, TaskPath task, int attempt, long fromByte, int mostBytes)
            throws IOException {
        Optional<Path> log = find(new Key(run, task, attempt));
        if (log.isEmpty()) {
            return new Stretch("", fromByte);
        }
        try (FileChannel file = FileChannel.open(log.get(), StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.max(4, mostBytes));
            while (bytes.hasRemaining() && file.read(bytes, fromByte + bytes.position()) > 0) {}
            int length = wholeCharacters(bytes.array(), bytes.position());
            return new Stretch(
                    new String(bytes.array(), 0, length, StandardCharsets.UTF_8),
                    fromByte + length);
        } catch (NoSuchFileException e) {
            return new Stretch("", fromByte);
        }
    }

    @Override
    public long size(RunId run, TaskPath task, int attempt) throws IOException {
        Optional<Path> log = find(new Key(run, task, attempt));
        try {
            return log.isPresent() ? Files.size(log.get()) : 0;
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    private Optional<Path> find(Key key) throws IOException {
        Path log = known.get(key);
        if (log == null) {
            Optional<Path> recorded = recorded(key);
            recorded.ifPresent(path -> known.put(key, path));
            return recorded;
        }
        return Optional.of(log);
    }

    private Optional<Path> recorded(Key key) throws IOException {
        Optional<String> log =
                history.snapshot(key.run())
                        .flatMap(run -> run.task(key.task()))
                        .flatMap(task -> attempt(task.attempts(), key.attempt()))
                        .map(Attempt::log)
                        .filter(path -> !path.isEmpty());
        return log.isEmpty()
                ? Optional.empty()
                : Optional.of(Containment.require(Path.of(log.get()), runs));
    }

    private static Optional<Attempt> attempt(Iterable<Attempt> attempts, int number) {
        for (Attempt attempt : attempts) {
            if (attempt.number() == number) {
                return Optional.of(attempt);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the length without a character that is cut at the end; bytes that are no UTF-8 at all
     * count as they are.
     */
    private static int wholeCharacters(byte[] bytes, int length) {
        for (int back = 1; back <= Math.min(3, length); back++) {
            int lead = bytes[length - back] & 0xFF;
            if (lead >= 0xC0) {
                int needed = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
                return needed > back ? length - back : length;
            }
            if (lead < 0x80) {
                return length;
            }
        }
        return length;
    }
}
