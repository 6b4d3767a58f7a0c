package io.github.binnacle.localengine.host;

import io.github.binnacle.localengine.wire.Hello;
import io.github.binnacle.localengine.wire.LineChannel;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes clients at the host's socket, a virtual thread for each. */
final class EngineServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EngineServer.class);
    private static final int MOST_CLIENTS = 64;
    private static final Duration HELLO_LIMIT = Duration.ofSeconds(10);

    private final EngineSocket socket;
    private final ServerSocketChannel server;
    private final Hello hello;
    private final Set<HostConnection> connections = ConcurrentHashMap.newKeySet();

    private EngineServer(EngineSocket socket, ServerSocketChannel server, Hello hello) {
        this.socket = socket;
        this.server = server;
        this.hello = hello;
    }

    static EngineServer open(EngineSocket socket, String build, HostRequests requests)
            throws IOException {
        EngineServer server = new EngineServer(socket, socket.listen(), Hello.mine(build));
        Thread.ofVirtual().name("engine-server").start(() -> server.acceptAll(requests));
        return server;
    }

    /** Tells every watching client. Never blocks. */
    void ledgerChanged() {
        connections.forEach(HostConnection::ledgerChanged);
    }

    private void acceptAll(HostRequests requests) {
        try {
            while (true) {
                accept(server.accept(), requests);
            }
        } catch (ClosedChannelException e) {
            LOG.debug("The engine takes no clients any more");
        } catch (IOException e) {
            LOG.error("The engine's socket failed", e);
        }
    }

    private void accept(SocketChannel client, HostRequests requests) throws IOException {
        if (connections.size() >= MOST_CLIENTS) {
            LOG.warn("More than {} clients; one was turned away", MOST_CLIENTS);
            client.close();
            return;
        }
        HostConnection connection = new HostConnection(new LineChannel(client), hello, requests);
        connections.add(connection);
        requests.clientCame();
        Thread.ofVirtual().name("engine-client").start(() -> serve(connection));
        Thread.ofVirtual().name("engine-hello").start(() -> closeIfSilent(connection));
    }

    private void serve(HostConnection connection) {
        try (connection) {
            connection.serve();
        } catch (IOException e) {
            LOG.debug("A connection could not be closed", e);
        } finally {
            connections.remove(connection);
        }
    }

    private static void closeIfSilent(HostConnection connection) {
        try {
            Thread.sleep(HELLO_LIMIT);
            if (!connection.isGreeted()) {
                connection.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.debug("A silent connection could not be closed", e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        socket.remove();
        for (HostConnection connection : connections) {
            connection.close();
        }
    }
}
