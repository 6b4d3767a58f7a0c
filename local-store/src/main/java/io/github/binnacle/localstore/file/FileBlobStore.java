package io.github.binnacle.localstore.file;

import io.github.binnacle.localstore.disk.PrivateFiles;
import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.run.BlobStore;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Keeps contents under {@code blobs/ab/cdef…}, entered by hard link, so that nothing is copied.
 *
 * <p>A directory's digest is that of its manifest: sorted relative paths with the digest of each
 * file. Symbolic links are recorded by their target and never followed.
 */
public final class FileBlobStore implements BlobStore {
    private static final int BUFFER = 1 << 17;

    private final Path root;
    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    public FileBlobStore(Path root) {
        this.root = root;
    }

    /** What a file looked like when it was hashed; the same look means the same content. */
    private record Known(Object key, long size, long modified, String digest) {}

    @Override
    public Blob adopt(Path content) throws IOException {
        return Files.isDirectory(content, LinkOption.NOFOLLOW_LINKS)
                ? directory(content, true)
                : adoptFile(content);
    }

    @Override
    public Blob digest(Path content) throws IOException {
        return Files.isDirectory(content, LinkOption.NOFOLLOW_LINKS)
                ? directory(content, false)
                : hashFile(content);
    }

    @Override
    public boolean isIntact(Path content, String digest) throws IOException {
        try {
            return digest(content).digest().equals(digest);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private Blob adoptFile(Path file) throws IOException {
        Blob blob = hashFile(file);
        sync(file);
        PrivateFiles.makeReadOnly(file);
        Path place = place(blob.digest());
        PrivateFiles.folder(Objects.requireNonNull(place.getParent()));
        if (!Files.exists(place)) {
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
            copy(file, place);
        }
    }

    /** Across file systems there are no hard links. */
    private static void copy(Path file, Path place) throws IOException {
        Path draft =
                place.resolveSibling(
                        "." + place.getFileName() + "." + Thread.currentThread().threadId());
        Files.copy(file, draft);
        Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path place(String digest) {
        String hex = digest.substring(digest.indexOf(':') + 1);
        return root.resolve(hex.substring(0, 2)).resolve(hex.substring(2));
    }

    private Blob directory(Path folder, boolean isAdopted) throws IOException {
        Map<String, Value> manifest = new LinkedHashMap<>();
        long bytes = 0;
        for (Path path : filesIn(folder)) {
            String name = folder.relativize(path).toString().replace('\\', '/');
            if (Files.isSymbolicLink(path)) {
                manifest.put(name, Value.of("link:" + Files.readSymbolicLink(path)));
                continue;
            }
            Blob blob = isAdopted ? adoptFile(path) : hashFile(path);
            manifest.put(name, Value.of(blob.digest()));
            bytes += blob.bytes();
        }
        byte[] text = JsonText.compact(Value.of(manifest)).getBytes(StandardCharsets.UTF_8);
        return new Blob("sha256:" + HexFormat.of().formatHex(sha256().digest(text)), bytes);
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    private Blob hashFile(Path file) throws IOException {
        BasicFileAttributes look = Files.readAttributes(file, BasicFileAttributes.class);
        Object key = look.fileKey() == null ? file : look.fileKey();
        Known before = known.get(file);
        long modified = look.lastModifiedTime().toMillis();
        if (before != null
                && before.key().equals(key)
                && before.size() == look.size()
                && before.modified() == modified) {
            return new Blob(before.digest(), look.size());
        }
        String digest = "sha256:" + HexFormat.of().formatHex(hash(file));
        known.put(file, new Known(key, look.size(), modified, digest));
        return new Blob(digest, look.size());
    }

    private static byte[] hash(Path file) throws IOException {
        MessageDigest sha256 = sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha256.update(buffer, 0, read);
            }
        }
        return sha256.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
