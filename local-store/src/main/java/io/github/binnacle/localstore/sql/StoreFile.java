package io.github.binnacle.localstore.sql;

import io.github.binnacle.localstore.disk.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database file with its schema: made if it is missing, set aside if it is damaged, brought up to
 * date if it is old, refused if it is newer than we are.
 *
 * <p>A backup is made before each lift of the schema and once a day; two are kept.
 */
public record StoreFile(Path file, Schema schema, InstantSource clock) {
    private static final Logger LOG = LoggerFactory.getLogger(StoreFile.class);

    /** Opens the file for its one writer. */
    public Database open(Database.Durability durability) {
        try {
            if (Files.exists(file)) {
                refuseNewer();
                repair();
            }
            PrivateFiles.create(file);
            lift(durability);
            return Database.open(file, durability);
        } catch (IOException e) {
            throw StoreFailures.of(file, e);
        }
    }

    /**
     * Opens the file beside its writer in another process; an empty one is made if none is there.
     */
    public Database openForReading() {
        if (!Files.isRegularFile(file)) {
            open(Database.Durability.FULL).close();
        }
        refuseNewer();
        return Database.openForReading(file);
    }

    /** Throws before anything is changed; what cannot be read at all is the repair's business. */
    private void refuseNewer() {
        int version = version().orElse(0);
        if (version > schema.version()) {
            throw new StoreException(
                    "The database %s was written by a newer Binnacle (schema %d; this one knows %d). It is left untouched; install the newer version."
                            .formatted(file, version, schema.version()));
        }
    }

    private Optional<Integer> version() {
        try (Sql sql = Connections.forReading(file)) {
            return Optional.of(Schema.versionOf(sql));
        } catch (SQLException | StoreException unreadable) {
            return Optional.empty();
        }
    }

    private void repair() throws IOException {
        Optional<String> damage = damage();
        if (damage.isPresent()) {
            Path aside = Damage.setAside(file, clock.instant());
            Optional<Path> restored = backups().restore(file);
            LOG.warn(
                    "The database {} is damaged: {}. It was set aside as {}; {}.",
                    file,
                    damage.get(),
                    aside,
                    restored.map(backup -> "the backup " + backup + " was put in its place")
                            .orElse("a new, empty one was made"));
        }
    }

    private Optional<String> damage() throws IOException {
        boolean hasLostAll = Files.size(file) == 0 && !backups().list().isEmpty();
        return hasLostAll ? Optional.of("it is empty, its backups are not") : Damage.of(file);
    }

    private void lift(Database.Durability durability) throws IOException {
        try (Sql sql = Connections.forWriting(file, durability)) {
            int version = Schema.versionOf(sql);
            boolean isOld = version < schema.version();
            if (version > 0 && (isOld || backups().isDue(clock.instant()))) {
                backups().make(sql, clock.instant());
            }
            if (isOld) {
                schema.lift(sql);
            }
        } catch (SQLException e) {
            throw StoreFailures.of(file, e);
        }
    }

    private Backups backups() {
        String name = file.getFileName().toString().replaceFirst("\\.db$", "");
        return new Backups(Objects.requireNonNull(file.getParent()).resolve("backups"), name);
    }
}
