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
public final class Damage {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss-SSS").withZone(ZoneOffset.UTC);

    private Damage() {}

    /**
     * Says what is wrong with a file; empty if nothing is, or if it has no content.
     *
     * @throws StoreException if it cannot be looked at for other reasons than damage
     */
    public static Optional<String> of(Path file) throws IOException {
        if (Files.size(file) == 0) {
            boolean hasJournal = Files.exists(wal(file)) && Files.size(wal(file)) > 0;
            return hasJournal ? Optional.of("it is empty, its journal is not") : Optional.empty();
        }
        try (Sql sql = Connections.forReading(file)) {
            String answer = sql.one("PRAGMA quick_check(1)", row -> row.getString(1)).orElse("");
            return answer.equals("ok") ? Optional.empty() : Optional.of(answer);
        } catch (StoreException e) {
            return Optional.of(
                    damage(e.getCause() instanceof SQLException cause ? cause : null, e));
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
