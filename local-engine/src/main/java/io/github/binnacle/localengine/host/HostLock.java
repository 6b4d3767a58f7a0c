package io.github.binnacle.localengine.host;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Held by the one host of a home folder; the system lets go of it when the process dies. */
final class HostLock implements AutoCloseable {
    private final FileChannel file;

    private HostLock(FileChannel file) {
        this.file = file;
    }

    /** Takes the lock; empty if another process holds it. */
    static Optional<HostLock> tryTake(Path home) throws IOException {
        FileChannel file =
                FileChannel.open(
                        home.resolve("engine.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            FileLock lock = file.tryLock();
            if (lock != null) {
                return Optional.of(new HostLock(file));
            }
        } catch (OverlappingFileLockException e) {
            // Another host in this very process, as in tests.
        }
        file.close();
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
