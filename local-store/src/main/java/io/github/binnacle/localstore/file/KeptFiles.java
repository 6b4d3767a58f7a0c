package io.github.binnacle.localstore.file;

import io.github.binnacle.localstore.disk.PrivateFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** Read-only files under {@code ab/cdef…}, by their sha256. What is there is whole. */
record KeptFiles(Path root) {

    /** Finds where the content of a digest is kept, whether it is or not. */
    Path place(String digest) {
        String hex = digest.substring(digest.indexOf(':') + 1);
        return root.resolve(hex.substring(0, 2)).resolve(hex.substring(2));
    }

    /** Enters a file by hard link; across file systems, where there are none, by a copy. */
    void link(String digest, Path file) throws IOException {
        if (Files.exists(place(digest))) {
            return;
        }
        try {
            Files.createLink(folderFor(digest), file);
        } catch (FileAlreadyExistsException e) {
            // Another task has entered the same content meanwhile.
        } catch (IOException | UnsupportedOperationException e) {
            enter(digest, draft -> Files.copy(file, draft));
        }
    }

    void write(String digest, String text) throws IOException {
        if (!Files.exists(place(digest))) {
            enter(digest, draft -> Files.writeString(draft, text));
        }
    }

    /** Writes a draft. */
    @FunctionalInterface
    private interface Draft {
        Object write(Path draft) throws IOException;
    }

    /** Writes beside, makes durable and moves into place; what fails leaves nothing behind. */
    private void enter(String digest, Draft content) throws IOException {
        Path place = folderFor(digest);
        Path draft = place.resolveSibling("." + UUID.randomUUID());
        try {
            content.write(draft);
            PrivateFiles.sync(draft);
            PrivateFiles.makeReadOnly(draft);
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Path folderFor(String digest) throws IOException {
        Path place = place(digest);
        PrivateFiles.folder(Objects.requireNonNull(place.getParent()));
        return place;
    }

    /** Lists at most so many files, in no certain order. */
    List<Path> list(int most) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root, 2)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .limit(most)
                    .toList();
        }
    }

    /** Says whether a kept file has the content that its name says. */
    static boolean isSound(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.getParent());
        String name = "" + folder.getFileName() + file.getFileName();
        return new FileDigests().of(file).equals("sha256:" + name);
    }
}
