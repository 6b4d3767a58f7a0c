package io.github.binnacle.localengine.host;

import io.github.binnacle.localengine.wire.Fields;
import io.github.binnacle.localengine.wire.Hello;
import io.github.binnacle.localengine.wire.LineChannel;
import io.github.binnacle.localengine.wire.ProtocolException;
import io.github.binnacle.localengine.wire.Reply;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client of the host. */
final class HostConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HostConnection.class);
    private static final int REQUESTS_AT_ONCE = 16;
    private static final Duration BETWEEN_CHANGES = Duration.ofMillis(5);
    private static final Value.Struct CHANGED = Value.of(Map.of("changed", Value.of(true)));

    private final LineChannel channel;
    private final Hello hello;
    private final HostRequests requests;
    private final Semaphore places = new Semaphore(REQUESTS_AT_ONCE);
    private final Semaphore changes = new Semaphore(0);
    private final AtomicBoolean isWatching = new AtomicBoolean();
    private volatile boolean isGreeted;

    HostConnection(LineChannel channel, Hello hello, HostRequests requests) {
        this.channel = channel;
        this.hello = hello;
        this.requests = requests;
    }

    /** Says whether the client has said hello. */
    boolean isGreeted() {
        return isGreeted;
    }

    /** Tells the client, if it watches, that the ledger changed. Never blocks. */
    void ledgerChanged() {
        changes.release();
    }

    /** Serves until the client goes or says something that makes no sense. */
    void serve() {
        try (channel) {
            Hello.fromJson(channel.read().orElse(null));
            isGreeted = true;
            channel.write(hello.toJson());
            for (Optional<Value.Struct> line = channel.read();
                    line.isPresent();
                    line = channel.read()) {
                take(line.get());
            }
        } catch (ProtocolException e) {
            LOG.warn("A client was turned away: {}", e.getMessage());
        } catch (IOException e) {
            LOG.debug("A client went", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(Value.Struct request) throws InterruptedException {
        if (Fields.text(request, "do").equals("watch") && !isWatching.getAndSet(true)) {
            Thread.ofVirtual().name("engine-changes").start(this::tellChanges);
        }
        long id = Fields.number(request, "id");
        places.acquire();
        Thread.ofVirtual()
                .name("engine-request")
                .start(() -> {
                    try {
                        requests.answer(request, reply -> answer(id, reply));
                    } finally {
                        places.release();
                    }
                });
    }

    private void answer(long id, Reply reply) {
        try {
            channel.write(reply.toJson(id));
        } catch (IOException e) {
            LOG.debug("A client went before its answer", e);
        }
    }

    /** However many changes come within a few milliseconds, one line tells of them. */
    private void tellChanges() {
        try {
            while (true) {
                changes.acquire();
                changes.drainPermits();
                channel.write(CHANGED);
                Thread.sleep(BETWEEN_CHANGES);
            }
        } catch (IOException e) {
            LOG.debug("A watching client went", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        changes.release();
    }
}
