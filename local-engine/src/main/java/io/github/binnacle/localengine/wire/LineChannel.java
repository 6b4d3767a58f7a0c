package io.github.binnacle.localengine.wire;

import io.github.binnacle.model.codec.JsonReader;
import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.codec.SyntaxException;
import io.github.binnacle.model.value.Value;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Sends and receives JSON objects, one a line, of a bounded length. One thread reads at a time; any
 * may write.
 */
public final class LineChannel implements Closeable {
    /** Bytes of the longest line taken. */
    public static final int LONGEST = 64 << 20;

    private final SocketChannel channel;
    private final int longest;
    private final ByteBuffer received = ByteBuffer.allocate(1 << 16).flip();
    private final ReentrantLock writing = new ReentrantLock();

    public LineChannel(SocketChannel channel) {
        this(channel, LONGEST);
    }

    LineChannel(SocketChannel channel, int longest) {
        this.channel = channel;
        this.longest = longest;
    }

    /**
     * Reads the next object; empty at the end.
     *
     * @throws ProtocolException if a line is too long or no JSON object
     */
    public Optional<Value.Struct> read() throws IOException {
        Optional<String> line = line();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (JsonReader.parse(line.get()) instanceof Value.Struct struct) {
                return Optional.of(struct);
            }
        } catch (SyntaxException e) {
            throw new ProtocolException("A message is no JSON: " + e.code());
        }
        throw new ProtocolException("A message is no JSON object");
    }

    private Optional<String> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (true) {
            boolean isComplete = takeUntilNewline(line);
            if (line.size() > longest) {
                throw new ProtocolException("A message is longer than " + longest + " bytes");
            }
            if (isComplete) {
                return Optional.of(line.toString(StandardCharsets.UTF_8));
            }
            if (!fill()) {
                return Optional.empty();
            }
        }
    }

    private boolean takeUntilNewline(ByteArrayOutputStream line) {
        int start = received.position();
        int end = start;
        while (end < received.limit() && received.get(end) != '\n') {
            end++;
        }
        boolean isComplete = end < received.limit();
        line.write(received.array(), start, end - start);
        received.position(isComplete ? end + 1 : end);
        return isComplete;
    }

    private boolean fill() throws IOException {
        received.clear();
        int read = channel.read(received);
        received.flip();
        return read >= 0;
    }

    /** Sends one object. */
    public void write(Value.Struct message) throws IOException {
        ByteBuffer line =
                ByteBuffer.wrap(
                        (JsonText.compact(message) + "\n").getBytes(StandardCharsets.UTF_8));
        if (line.remaining() > longest) {
            throw new ProtocolException("The message is longer than " + longest + " bytes");
        }
        writing.lock();
        try {
            while (line.hasRemaining()) {
                channel.write(line);
            }
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
