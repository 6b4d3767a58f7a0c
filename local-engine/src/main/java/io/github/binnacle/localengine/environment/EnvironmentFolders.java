package io.github.binnacle.localengine.environment;

import io.github.binnacle.localengine.file.PrivateFolder;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The folders that hold one environment each, and drafts.
 *
 * <p>An environment is made in a draft and renamed when it is whole. So a folder is an environment
 * or is not there, whatever was killed when.
 *
 * @param parent absolute path
 */
record EnvironmentFolders(Path parent) {
    private static final Duration LONGEST_MAKING = Duration.ofDays(1);
    private static final String DRAFT = "draft-";

    /** Returns the folder of a specification with the Python that was found for it. */
    Path place(EnvironmentSpec specification, String nearestPython) {
        List<String> all = new ArrayList<>(List.of(specification.python(), nearestPython));
        all.addAll(specification.requirements());
        all.add("");
        all.addAll(specification.indexUrls());
        return parent.resolve(EnvironmentBuild.digest(String.join("\n", all)));
    }

    /** Returns the environment in a folder; empty if there is none, or its Python is gone. */
    static Optional<PythonEnvironment> read(Path place) {
        Path interpreter = EnvironmentBuild.interpreter(place);
        if (!Files.isExecutable(interpreter)) {
            return Optional.empty();
        }
        return EnvironmentRecord.read(place)
                .map(made -> new PythonEnvironment(made.key(), interpreter, made.warning()));
    }

    Path createDraft() throws IOException {
        return PrivateFolder.createDraft(parent);
    }

    /** Puts an environment into place, unless somebody else was faster. */
    static void publish(Path draft, Path place) throws IOException {
        if (read(place).isEmpty()) {
            PrivateFolder.delete(place);
        }
        try {
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (read(place).isEmpty()) {
                throw e;
            }
        }
    }

    /** Removes drafts that their makers, killed, have left. */
    void removeOldDrafts(Instant now) throws IOException {
        Instant oldest = now.minus(LONGEST_MAKING);
        for (Path entry : entries()) {
            boolean isDraft = entry.getFileName().toString().startsWith(DRAFT);
            if (isDraft && Files.getLastModifiedTime(entry).toInstant().isBefore(oldest)) {
                PrivateFolder.delete(entry);
            }
        }
    }

    /**
     * Removes environments that were last used before an instant.
     *
     * @return how many there were
     */
    int removeUnused(Instant since) throws IOException {
        int removed = 0;
        for (Path entry : entries()) {
            if (EnvironmentRecord.lastUsed(entry)
                    .filter(used -> used.isBefore(since))
                    .isPresent()) {
                PrivateFolder.delete(entry);
                removed++;
            }
        }
        return removed;
    }

    private List<Path> entries() throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(parent)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent)) {
                entries.forEach(found::add);
            }
        }
        return found;
    }
}
