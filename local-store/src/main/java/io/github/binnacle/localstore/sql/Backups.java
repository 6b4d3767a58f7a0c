package io.github.binnacle.localstore.sql;

import io.github.binnacle.localstore.disk.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whole copies of a database, two at most.
 *
 * @param folder of all backups
 * @param name of the database, with which theirs begin
 */
record Backups(Path folder, String name) {
    private static final int KEPT = 2;
    private static final Duration INTERVAL = Duration.ofDays(1);

    /** Lists backups, newest first. */
    List<Path> list() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isBackup(file.getFileName().toString()))
                    .sorted((one, other) -> other.compareTo(one))
                    .toList();
        }
    }

    private boolean isBackup(String file) {
        return file.startsWith(name + "-") && file.endsWith(".db");
    }

    /** Says whether the newest is older than a day. */
    boolean isDue(Instant now) throws IOException {
        List<Path> backups = list();
        return backups.isEmpty()
                || Files.getLastModifiedTime(backups.getFirst())
                        .toInstant()
                        .isBefore(now.minus(INTERVAL));
    }

    /** Copies a database as it is now, and removes all but the two newest copies. */
    void make(Sql sql, Instant now) throws IOException, SQLException {
        PrivateFiles.folder(folder);
        Path draft = folder.resolve(name + ".draft");
        Files.deleteIfExists(draft);
        PrivateFiles.create(draft);
        sql.update("VACUUM INTO ?", draft.toString());
        Files.move(
                draft,
                folder.resolve(name + "-" + Damage.stamp(now) + ".db"),
                StandardCopyOption.ATOMIC_MOVE);
        List<Path> all = list();
        for (Path old : all.subList(Math.min(KEPT, all.size()), all.size())) {
            Files.delete(old);
        }
    }

    /**
     * Puts a copy of the newest sound backup in the place of a database; empty if there is none.
     */
    Optional<Path> restore(Path file) throws IOException {
        for (Path backup : list()) {
            if (Damage.of(backup).isEmpty()) {
                PrivateFiles.create(file);
                Files.write(file, Files.readAllBytes(backup));
                return Optional.of(backup);
            }
        }
        return Optional.empty();
    }
}
