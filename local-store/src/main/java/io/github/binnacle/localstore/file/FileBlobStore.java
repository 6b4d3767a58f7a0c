package io.github.binnacle.localstore.file;

import io.github.binnacle.localstore.disk.ContentDigest;
import io.github.binnacle.localstore.disk.PrivateFiles;
import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.run.BlobStore;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Keeps contents under {@code blobs/ab/cdef…}, entered by hard link, so that nothing is copied.
 *
 * <p>A directory's digest is that of its manifest, which is kept as a blob of its own: relative
 * names, sorted, each with the digest of its file. Symbolic links are recorded by their target and
 * never followed; a directory with nothing in it is recorded as such.
 */
public final class FileBlobStore implements BlobStore {
    private static final String EMPTY_FOLDER = "folder";

    private final Path root;
    private final FileDigests digests = new FileDigests();

    public FileBlobStore(Path root) {
        this.root = root;
    }

    @Override
    public Blob adopt(Path content) throws IOException {
        if (!isFolder(content)) {
            return adoptFile(content);
        }
        Manifest manifest = manifest(content, true);
        enterText(manifest.blob().digest(), manifest.text());
        return manifest.blob();
    }

    @Override
    public Blob digest(Path content) throws IOException {
        return isFolder(content) ? manifest(content, false).blob() : digestFile(content);
    }

    @Override
    public boolean isIntact(Path content, String digest) throws IOException {
        try {
            return digest(content).digest().equals(digest);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Finds where the content of a digest is kept, whether it is or not. */
    Path place(String digest) {
        String hex = digest.substring(digest.indexOf(':') + 1);
        return root.resolve(hex.substring(0, 2)).resolve(hex.substring(2));
    }

    private static boolean isFolder(Path content) {
        return Files.isDirectory(content, LinkOption.NOFOLLOW_LINKS);
    }

    private Blob digestFile(Path file) throws IOException {
        return new Blob(digests.of(file), Files.size(file));
    }

    private Blob adoptFile(Path file) throws IOException {
        Blob blob = digestFile(file);
        PrivateFiles.sync(file);
        PrivateFiles.makeReadOnly(file);
        Path place = place(blob.digest());
        if (!Files.exists(place)) {
            PrivateFiles.folder(Objects.requireNonNull(place.getParent()));
            link(file, place);
        }
        return blob;
    }

    private static void link(Path file, Path place) throws IOException {
        try {
            Files.createLink(place, file);
        } catch (FileAlreadyExistsException e) {
            // Another task has entered the same content meanwhile.
        } catch (IOException | UnsupportedOperationException e) {
            enter(place, draft -> Files.copy(file, draft));
        }
    }

    private void enterText(String digest, String text) throws IOException {
        Path place = place(digest);
        if (!Files.exists(place)) {
            PrivateFiles.folder(Objects.requireNonNull(place.getParent()));
            enter(place, draft -> Files.writeString(draft, text));
        }
    }

    /** Writes a draft. */
    @FunctionalInterface
    private interface Draft {
        Object write(Path draft) throws IOException;
    }

    /** Writes beside, makes durable and moves into place; what fails leaves nothing behind. */
    private static void enter(Path place, Draft content) throws IOException {
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

    private record Manifest(String text, Blob blob) {}

    private Manifest manifest(Path folder, boolean isAdopted) throws IOException {
        Map<String, Value> entries = new LinkedHashMap<>();
        long bytes = 0;
        for (Map.Entry<String, Path> entry : entriesOf(folder).entrySet()) {
            Path path = entry.getValue();
            if (isFolder(path)) {
                entries.put(entry.getKey(), Value.of(EMPTY_FOLDER));
            } else if (Files.isSymbolicLink(path)) {
                entries.put(entry.getKey(), Value.of("link:" + Files.readSymbolicLink(path)));
            } else {
                Blob blob = isAdopted ? adoptFile(path) : digestFile(path);
                entries.put(entry.getKey(), Value.of(blob.digest()));
                bytes += blob.bytes();
            }
        }
        String text = JsonText.compact(Value.of(entries));
        return new Manifest(text, new Blob(ContentDigest.of(text), bytes));
    }

    /** Returns files, links and empty directories by their relative names, with slashes, sorted. */
    private static Map<String, Path> entriesOf(Path folder) throws IOException {
        Map<String, Path> entries = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths.skip(1)::iterator) {
                if (!isFolder(path) || isEmpty(path)) {
                    entries.put(folder.relativize(path).toString().replace('\\', '/'), path);
                }
            }
        }
        return entries;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }

    /** Lists at most so many kept blobs, in no certain order. */
    List<Path> sample(int most) throws IOException {
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

    /** Says whether a kept blob has the content that its name says. */
    static boolean isSound(Path blob) throws IOException {
        Path folder = Objects.requireNonNull(blob.getParent());
        String name = "" + folder.getFileName() + blob.getFileName();
        return new FileDigests().of(blob).equals("sha256:" + name);
    }
}
