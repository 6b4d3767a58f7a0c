package io.github.binnacle.localengine.host;

import io.github.binnacle.localengine.wire.Hello;
import io.github.binnacle.localengine.wire.Reply;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Deals with a host of another build of Binnacle: it gives way if it has nothing to do. */
final class OtherBuild {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    private static final Duration END_LIMIT = Duration.ofSeconds(20);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);
    private static final Value.Struct RETIRE = Value.of(Map.of("do", Value.of("retire")));

    /** May be done by a host of another build, if it speaks the same protocol. */
    private static final Set<String> HARMLESS = Set.of("cancel", "delete", "shutdown");

    private final HostStart start;
    private final String build;

    OtherBuild(HostStart start, String build) {
        this.start = start;
        this.build = build;
    }

    /**
     * Returns the host itself if it is of our build, else the one that took its place.
     *
     * @throws HostUnavailable if it is at work and the request needs our build
     */
    ClientConnection replace(ClientConnection host, String request)
            throws HostUnavailable, InterruptedException {
        if (!isOther(host)) {
            return host;
        }
        if (isRetired(host)) {
            return successor(host);
        }
        if (host.host().protocol() == Hello.PROTOCOL && HARMLESS.contains(request)) {
            return host;
        }
        throw atWork(host);
    }

    private boolean isOther(ClientConnection host) {
        return !host.host().build().equals(build) || host.host().protocol() != Hello.PROTOCOL;
    }

    private static boolean isRetired(ClientConnection host) throws InterruptedException {
        try {
            return host.ask(RETIRE, ANSWER_LIMIT) instanceof Reply.Done;
        } catch (IOException e) {
            return !host.isOpen();
        }
    }

    private ClientConnection successor(ClientConnection old)
            throws HostUnavailable, InterruptedException {
        long end = System.nanoTime() + END_LIMIT.toNanos();
        ClientConnection next = start.connectOrStart();
        while (isOther(next) && System.nanoTime() < end) {
            Thread.sleep(BETWEEN_TRIES);
            next = start.connectOrStart();
        }
        if (isOther(next)) {
            throw atWork(old);
        }
        return next;
    }

    private HostUnavailable atWork(ClientConnection host) {
        return new HostUnavailable(
                "engine.other-build",
                Map.of(
                        "build", host.host().build(),
                        "pid", Long.toString(host.host().pid()),
                        "mine", build));
    }
}
