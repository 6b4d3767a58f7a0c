package io.github.binnacle.testkit.fake;

import io.github.binnacle.model.run.BlobStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Hashes real files and remembers which it was given, but neither links nor protects them. */
public final class FakeBlobStore implements BlobStore {
    private final Set<String> adopted = ConcurrentHashMap.newKeySet();

    @Override
    public Blob adopt(Path content) throws IOException {
        Blob blob = digest(content);
        adopted.add(blob.digest());
        return blob;
    }

    /** Says whether a content was taken in. */
    public boolean holds(String digest) {
        return adopted.contains(digest);
    }

    @Override
    public Blob digest(Path content) throws IOException {
        return Files.isDirectory(content, LinkOption.NOFOLLOW_LINKS)
                ? directory(content)
                : new Blob(hex(Files.readAllBytes(content)), Files.size(content));
    }

    private Blob directory(Path folder) throws IOException {
        StringBuilder manifest = new StringBuilder();
        long bytes = 0;
        for (Path file : filesIn(folder)) {
            manifest.append(folder.relativize(file)).append('\0');
            if (Files.isSymbolicLink(file)) {
                manifest.append(Files.readSymbolicLink(file)).append('\n');
            } else {
                Blob blob = digest(file);
                manifest.append(blob.digest()).append('\n');
                bytes += blob.bytes();
            }
        }
        return new Blob(hex(manifest.toString().getBytes(StandardCharsets.UTF_8)), bytes);
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public boolean isIntact(Path content, String digest) throws IOException {
        return Files.exists(content) && digest(content).digest().equals(digest);
    }

    /** Forgets nothing: it has no link to what it took in. */
    @Override
    public void collect() {}

    private static String hex(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
