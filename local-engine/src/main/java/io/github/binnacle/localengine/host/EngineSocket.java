package io.github.binnacle.localengine.host;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/**
 * The Unix socket of a home folder. A path too long for the system's {@code sun_path} is replaced
 * by one in a private temporary folder, which a file in the home folder tells.
 *
 * @param home readable by its user only
 */
record EngineSocket(Path home) {
    private static final int LONGEST_PATH = 100;
    private static final String NAME = "engine.sock";

    /** Connects to the host, if one listens. */
    SocketChannel connect() throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(path()));
    }

    /** Listens; only the holder of the host's lock may. What a dead host left is removed. */
    ServerSocketChannel listen() throws IOException {
        if (!isShort()) {
            Path folder = Files.createTempDirectory("binnacle");
            Files.writeString(pointer(), folder.resolve(NAME).toString());
        }
        Path path = path();
        Files.deleteIfExists(path);
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        channel.bind(UnixDomainSocketAddress.of(path));
        makePrivate(path);
        return channel;
    }

    /** Removes the socket's file and what was made for it. */
    void remove() throws IOException {
        Path path = path();
        Files.deleteIfExists(path);
        if (!isShort()) {
            Files.deleteIfExists(Objects.requireNonNull(path.getParent()));
            Files.deleteIfExists(pointer());
        }
    }

    Path path() throws IOException {
        return isShort() ? home.resolve(NAME) : Path.of(Files.readString(pointer()));
    }

    private boolean isShort() {
        return home.resolve(NAME).toString().getBytes(StandardCharsets.UTF_8).length
                <= LONGEST_PATH;
    }

    private Path pointer() {
        return home.resolve("engine.socket");
    }

    private static void makePrivate(Path path) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
