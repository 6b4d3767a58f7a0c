package io.github.binnacle.localstore.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Hashes files, and again only when their size, time or inode changed. */
final class FileDigests {
    private static final int BUFFER = 1 << 17;

    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    /** What a file looked like when it was hashed; the same look means the same content. */
    private record Look(Object key, long size, FileTime modified) {
        static Look of(Path file) throws IOException {
            BasicFileAttributes look = Files.readAttributes(file, BasicFileAttributes.class);
            Object key = look.fileKey() == null ? file : look.fileKey();
            return new Look(key, look.size(), look.lastModifiedTime());
        }
    }

    private record Known(Look look, String digest) {}

    /** Returns the digest of a plain file as {@code sha256:…}. */
    String of(Path file) throws IOException {
        Look look = Look.of(file);
        Known before = known.get(file);
        if (before != null && before.look().equals(look)) {
            return before.digest();
        }
        MessageDigest sha256 = sha256();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha256.update(buffer, 0, read);
            }
        }
        String digest = text(sha256.digest());
        known.put(file, new Known(look, digest));
        return digest;
    }

    private static String text(byte[] digest) {
        return "sha256:" + HexFormat.of().formatHex(digest);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
