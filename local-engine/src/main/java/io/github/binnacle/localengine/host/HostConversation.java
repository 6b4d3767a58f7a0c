package io.github.binnacle.localengine.host;

import io.github.binnacle.localengine.follow.ChangeSignal;
import io.github.binnacle.localengine.wire.Fields;
import io.github.binnacle.localengine.wire.Hello;
import io.github.binnacle.localengine.wire.Reply;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one connection to the host, made again when the host was killed, ended or is of another
 * build.
 */
final class HostConversation implements ChangeSignal, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HostConversation.class);
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(2);
    private static final Duration SHORT_LIMIT = Duration.ofSeconds(10);
    private static final Duration OLD_HOST_LIMIT = Duration.ofSeconds(20);
    private static final int TRIES = 3;
    private static final long NANOS_BETWEEN_TRIES = 1_000_000_000;
    private static final Value.Struct WATCH = Value.of(Map.of("do", Value.of("watch")));
    private static final Value.Struct RETIRE = Value.of(Map.of("do", Value.of("retire")));

    /** May be done by a host of another build, if it speaks the same protocol. */
    private static final Set<String> HARMLESS = Set.of("cancel", "delete", "shutdown");

    private final HostStart start;
    private final String build;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable ClientConnection connection;
    private @Nullable ClientConnection watching;
    private long lastTry = System.nanoTime() - NANOS_BETWEEN_TRIES;

    HostConversation(HostStart start, String build) {
        this.start = start;
        this.build = build;
    }

    /** Asks the host, starting one if none is there. */
    Reply ask(Value.Struct request) {
        String verb = Fields.text(request, "do");
        try {
            return ask(request, TRIES);
        } catch (HostUnavailable e) {
            return new Reply.Refused(List.of(e.problem()));
        } catch (IOException e) {
            LOG.warn("The engine was lost while it was asked to {}", verb, e);
            return refused("engine.lost", Map.of("request", verb));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return refused("engine.canceled", Map.of("request", verb));
        }
    }

    private Reply ask(Value.Struct request, int tries)
            throws HostUnavailable, IOException, InterruptedException {
        ClientConnection host = usable(Fields.text(request, "do"));
        try {
            Reply reply = host.ask(request, ANSWER_LIMIT);
            return reply instanceof Reply.Ending && tries > 1 ? ask(request, tries - 1) : reply;
        } catch (IOException e) {
            if (tries > 1 && mayAskAgain(request, host, e)) {
                return ask(request, tries - 1);
            }
            throw e;
        }
    }

    /** A submission that the host may have seen is not sent again: it might run twice. */
    private static boolean mayAskAgain(
            Value.Struct request, ClientConnection host, IOException reason) {
        return reason instanceof ClientConnection.NotSent
                || !host.isOpen() && !Fields.text(request, "do").equals("submit");
    }

    /** Asks the host if one is there; nothing happens, and facts are empty, if none is. */
    Reply askIfThere(Value.Struct request) {
        try (ClientConnection host = start.connect()) {
            return host.ask(request, SHORT_LIMIT);
        } catch (IOException e) {
            return new Reply.Done(Value.Struct.EMPTY, List.of());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return refused("engine.canceled", Map.of("request", Fields.text(request, "do")));
        }
    }

    private ClientConnection usable(String verb) throws HostUnavailable, InterruptedException {
        lock.lockInterruptibly();
        try {
            ClientConnection host = connection;
            if (host == null || !host.isOpen()) {
                host = start.connectOrStart();
                connection = host;
            }
            if (isOther(host)) {
                host = replaced(host, verb);
                connection = host;
            }
            return host;
        } finally {
            lock.unlock();
        }
    }

    private boolean isOther(ClientConnection host) {
        return !host.host().build().equals(build) || host.host().protocol() != Hello.PROTOCOL;
    }

    /** A host of another build ends if it has nothing to do; else only harmless requests go. */
    private ClientConnection replaced(ClientConnection old, String verb)
            throws HostUnavailable, InterruptedException {
        if (isRetired(old)) {
            return afterOldHost(old);
        }
        if (old.host().protocol() == Hello.PROTOCOL && HARMLESS.contains(verb)) {
            return old;
        }
        throw new HostUnavailable(
                "engine.other-build",
                Map.of("build", old.host().build(), "pid", old.host().pid(), "mine", build));
    }

    private static boolean isRetired(ClientConnection old) throws InterruptedException {
        try {
            return old.ask(RETIRE, SHORT_LIMIT) instanceof Reply.Done;
        } catch (IOException e) {
            return !old.isOpen();
        }
    }

    private ClientConnection afterOldHost(ClientConnection old)
            throws HostUnavailable, InterruptedException {
        long end = System.nanoTime() + OLD_HOST_LIMIT.toNanos();
        ClientConnection next = start.connectOrStart();
        while (isOther(next) && System.nanoTime() < end) {
            Thread.sleep(20);
            next = start.connectOrStart();
        }
        if (isOther(next)) {
            throw new HostUnavailable(
                    "engine.other-build",
                    Map.of("build", old.host().build(), "pid", old.host().pid(), "mine", build));
        }
        return next;
    }

    @Override
    public boolean arm(Runnable wake) {
        if (!lock.tryLock()) {
            return false;
        }
        try {
            ClientConnection host = connection;
            if (host == null || !host.isOpen()) {
                host = connectAgain();
                connection = host;
            }
            return host != null && (host == watching || watch(host, wake));
        } finally {
            lock.unlock();
        }
    }

    private @Nullable ClientConnection connectAgain() {
        if (System.nanoTime() - lastTry < NANOS_BETWEEN_TRIES) {
            return null;
        }
        lastTry = System.nanoTime();
        try {
            return start.connect();
        } catch (IOException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private boolean watch(ClientConnection host, Runnable wake) {
        if (host.host().protocol() != Hello.PROTOCOL) {
            return false;
        }
        host.onChange(wake);
        try {
            boolean isWatching = host.ask(WATCH, SHORT_LIMIT) instanceof Reply.Done;
            watching = isWatching ? host : null;
            return isWatching;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The host goes on telling, which costs a line now and then; nobody is woken. */
    @Override
    public void disarm() {
        lock.lock();
        try {
            if (watching != null) {
                watching.onChange(() -> {});
                watching = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private static Reply refused(String code, Map<String, Object> arguments) {
        return new Reply.Refused(List.of(new Problem(code, Severity.ERROR, null, null, arguments)));
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (IOException e) {
            LOG.debug("The connection to the engine could not be closed", e);
        } finally {
            lock.unlock();
        }
    }
}
