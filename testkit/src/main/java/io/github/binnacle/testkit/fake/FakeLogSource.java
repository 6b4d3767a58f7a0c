package io.github.binnacle.testkit.fake;

import io.github.binnacle.model.run.LogSource;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.TaskPath;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Logs that grow when the test prints to them. */
public final class FakeLogSource implements LogSource {
    private final Map<Place, byte[]> logs = new ConcurrentHashMap<>();

    private record Place(RunId run, TaskPath task, int attempt) {}

    /** Appends to the log of an attempt. */
    public FakeLogSource print(RunId run, TaskPath task, int attempt, String text) {
        logs.merge(
                new Place(run, task, attempt),
                text.getBytes(StandardCharsets.UTF_8),
                FakeLogSource::joined);
        return this;
    }

    private static byte[] joined(byte[] before, byte[] added) {
        byte[] all = Arrays.copyOf(before, before.length + added.length);
        System.arraycopy(added, 0, all, before.length, added.length);
        return all;
    }

    @Override
    public Stretch read(RunId run, TaskPath task, int attempt, long fromByte, int mostBytes) {
        byte[] log = log(run, task, attempt);
        int from = (int) Math.min(fromByte, log.length);
        int to = wholeCharacters(log, from, (int) Math.min((long) from + mostBytes, log.length));
        return new Stretch(new String(log, from, to - from, StandardCharsets.UTF_8), to);
    }

    /** Moves an end that is inside a character to its beginning. */
    private static int wholeCharacters(byte[] log, int from, int to) {
        int end = to;
        while (end > from && end < log.length && (log[end] & 0xC0) == 0x80) {
            end--;
        }
        return end;
    }

    @Override
    public long size(RunId run, TaskPath task, int attempt) {
        return log(run, task, attempt).length;
    }

    private byte[] log(RunId run, TaskPath task, int attempt) {
        return logs.getOrDefault(new Place(run, task, attempt), new byte[0]);
    }
}
