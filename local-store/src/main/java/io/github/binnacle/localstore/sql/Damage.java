package io.github.binnacle.localstore.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out whether a database file is damaged, and sets it aside. */
final class Damage {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss-SSS").withZone(ZoneOffset.UTC);

    /** The smallest page, of which a database has one at least. */
    private static final int SMALLEST = 512;

    private Damage() {}

    /**
     * Says what is wrong with a file; empty if nothing is, or if it has no content.
     *
     * @throws StoreException if it cannot be looked at for other reasons than damage
     */
    static Optional<String> of(Path file) throws IOException {
        long bytes = Files.size(file);
        boolean hasJournal = Files.exists(wal(file)) && Files.size(wal(file)) > 0;
        if (bytes == 0 && !hasJournal) {
            return Optional.empty();
        }
        return bytes < SMALLEST ? Optional.of("it has only " + bytes + " bytes") : check(file);
    }

    private static Optional<String> check(Path file) {
        try (Sql sql = Connections.forReading(file)) {
            String answer = sql.one("PRAGMA quick_check(1)", row -> row.getString(1)).orElse("");
            return answer.equals("ok") ? Optional.empty() : Optional.of(answer);
        } catch (StoreException e) {
            SQLException cause = e.getCause() instanceof SQLException failure ? failure : null;
            return Optional.of(damage(cause, e));
        } catch (SQLException e) {
            return Optional.of(damage(e, StoreFailures.of(file, e)));
        }
    }

    private static String damage(@Nullable SQLException cause, StoreException failure) {
        if (cause != null && StoreFailures.isDamage(cause)) {
            return String.valueOf(cause.getMessage());
        }
        throw failure;
    }

    private static Path wal(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    /** Renames a database with its journal, and returns its new place. */
    static Path setAside(Path file, Instant now) throws IOException {
        String name = file.getFileName().toString();
        String aside = name + ".damaged-" + STAMP.format(now);
        for (String suffix : List.of("", "-wal", "-shm")) {
            Path part = file.resolveSibling(name + suffix);
            if (Files.exists(part)) {
                Files.move(part, file.resolveSibling(aside + suffix));
            }
        }
        return file.resolveSibling(aside);
    }

    static String stamp(Instant instant) {
        return STAMP.format(instant);
    }
}
