package io.github.binnacle.localengine.host;

import io.github.binnacle.localengine.wire.Fields;
import io.github.binnacle.localengine.wire.Hello;
import io.github.binnacle.localengine.wire.LineChannel;
import io.github.binnacle.localengine.wire.ProtocolException;
import io.github.binnacle.localengine.wire.Reply;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client's connection to the host; requests of many threads share it. */
final class ClientConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClientConnection.class);
    private static final Duration HELLO_LIMIT = Duration.ofSeconds(10);

    private final LineChannel channel;
    private final Hello host;
    private final Map<Long, CompletableFuture<Reply>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();
    private volatile Runnable onChange = () -> {};
    private volatile boolean isOpen = true;

    private ClientConnection(LineChannel channel, Hello host) {
        this.channel = channel;
        this.host = host;
    }

    /**
     * Connects to the host that listens.
     *
     * @throws IOException if none does, or it does not answer as one should
     */
    static ClientConnection open(EngineSocket socket, String build)
            throws IOException, InterruptedException {
        LineChannel channel = new LineChannel(socket.connect());
        CompletableFuture<Hello> greeting = new CompletableFuture<>();
        Thread.ofVirtual().name("engine-replies").start(() -> greet(channel, build, greeting));
        try {
            Hello host = greeting.get(HELLO_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            ClientConnection connection = new ClientConnection(channel, host);
            Thread.ofVirtual().name("engine-replies").start(connection::readAll);
            return connection;
        } catch (ExecutionException | TimeoutException e) {
            channel.close();
            throw new IOException("The engine does not say hello", e);
        }
    }

    private static void greet(
            LineChannel channel, String build, CompletableFuture<Hello> greeting) {
        try {
            channel.write(Hello.mine(build).toJson());
            greeting.complete(Hello.fromJson(channel.read().orElse(null)));
        } catch (IOException e) {
            greeting.completeExceptionally(e);
        }
    }

    Hello host() {
        return host;
    }

    boolean isOpen() {
        return isOpen;
    }

    /** Sets what is called, on the connection's thread, after changes of the ledger. */
    void onChange(Runnable listener) {
        onChange = listener;
    }

    /**
     * Asks, and waits for the answer.
     *
     * @throws ProtocolException if the request is longer than any host takes
     * @throws NotSent if the host cannot have seen the request
     * @throws IOException if the connection breaks or no answer comes in time
     */
    Reply ask(Value.Struct request, Duration limit) throws IOException, InterruptedException {
        long id = lastId.incrementAndGet();
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        waiting.put(id, reply);
        try {
            send(request.with("id", Value.of(id)));
            return reply.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("The engine went before its answer", e);
        } catch (TimeoutException e) {
            throw new IOException(
                    "The engine did not answer within " + limit.toSeconds() + " s", e);
        } finally {
            waiting.remove(id);
        }
    }

    /** A line that was not sent whole means nothing to the host. */
    private void send(Value.Struct line) throws IOException {
        try {
            channel.write(line);
        } catch (ProtocolException e) {
            throw e;
        } catch (IOException e) {
            isOpen = false;
            throw new NotSent(e);
        }
    }

    /** The request was not sent, so it may be sent again to another host. */
    static final class NotSent extends IOException {
        private static final long serialVersionUID = 1L;

        NotSent(IOException reason) {
            super("The engine went before the request was sent", reason);
        }
    }

    private void readAll() {
        IOException reason = new ClosedChannelException();
        try {
            for (Optional<Value.Struct> line = channel.read();
                    line.isPresent();
                    line = channel.read()) {
                take(line.get());
            }
        } catch (IOException e) {
            reason = e;
        }
        end(reason);
    }

    private void take(Value.Struct line) throws IOException {
        if (line.field("changed").isPresent()) {
            onChange.run();
            return;
        }
        CompletableFuture<Reply> reply = waiting.remove(Fields.number(line, "id"));
        if (reply != null) {
            reply.complete(Reply.fromJson(line));
        }
    }

    private void end(IOException reason) {
        isOpen = false;
        LOG.debug("The connection to the engine ended", reason);
        waiting.values().forEach(reply -> reply.completeExceptionally(reason));
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("The connection to the engine could not be closed", e);
        }
        onChange.run();
    }

    @Override
    public void close() throws IOException {
        isOpen = false;
        channel.close();
    }
}
