package io.github.binnacle.localengine.host;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one connection to the host, made again when the host was killed, has ended or gave way to
 * one of our build.
 */
final class HostLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HostLink.class);
    private static final long NANOS_BETWEEN_TRIES = 1_000_000_000;

    private final HostStart start;
    private final OtherBuild otherBuild;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable ClientConnection connection;
    private long lastTry = System.nanoTime() - NANOS_BETWEEN_TRIES;

    HostLink(HostStart start, String build) {
        this.start = start;
        this.otherBuild = new OtherBuild(start, build);
    }

    /**
     * Returns a connection that takes a request, starting a host if none is there.
     *
     * @throws HostUnavailable if none gets ready, or one of another build is at work
     */
    ClientConnection require(String request) throws HostUnavailable, InterruptedException {
        lock.lockInterruptibly();
        try {
            ClientConnection host = connection;
            if (host == null || !host.isOpen()) {
                host = start.connectOrStart();
                connection = host;
            }
            host = otherBuild.replace(host, request);
            connection = host;
            return host;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns the connection to the host if one is there. Tries to connect once a second at most,
     * and never waits for a host that starts.
     */
    @Nullable ClientConnection find() throws InterruptedException {
        ClientConnection host = connection;
        if (host != null && host.isOpen()) {
            return host;
        }
        if (!lock.tryLock()) {
            return null;
        }
        try {
            if (System.nanoTime() - lastTry < NANOS_BETWEEN_TRIES) {
                return null;
            }
            lastTry = System.nanoTime();
            host = start.connect();
            connection = host;
            return host;
        } catch (IOException e) {
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** Lets go of a host that takes no requests any more. */
    void drop(ClientConnection host) {
        try {
            host.close();
        } catch (IOException e) {
            LOG.debug("The connection to the engine could not be closed", e);
        }
    }

    @Override
    public void close() {
        ClientConnection host = connection;
        if (host != null) {
            drop(host);
        }
    }
}
