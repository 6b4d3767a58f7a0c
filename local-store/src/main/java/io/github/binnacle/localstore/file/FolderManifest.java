package io.github.binnacle.localstore.file;

import io.github.binnacle.localstore.disk.ContentDigest;
import io.github.binnacle.model.codec.JsonReader;
import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.codec.SyntaxException;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a directory holds: relative names with slashes, sorted, each with the digest of its file.
 *
 * <p>Symbolic links are recorded by their target and never followed; a directory with nothing in it
 * is recorded as such.
 */
record FolderManifest(Map<String, String> entries) {
    private static final String EMPTY_FOLDER = "folder";
    private static final String LINK = "link:";

    /** Digests the files of a directory. */
    @FunctionalInterface
    interface Digester {
        String digest(Path file) throws IOException;
    }

    static FolderManifest of(Path folder, Digester digester) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths.skip(1)::iterator) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (Files.isSymbolicLink(path)) {
                    entries.put(name, LINK + Files.readSymbolicLink(path));
                } else if (!isFolder(path)) {
                    entries.put(name, digester.digest(path));
                } else if (isEmpty(path)) {
                    entries.put(name, EMPTY_FOLDER);
                }
            }
        }
        return new FolderManifest(entries);
    }

    static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }

    /** Reads the text of a manifest; what cannot be read has no entries. */
    static FolderManifest read(Path file) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        try {
            if (JsonReader.parse(Files.readString(file)) instanceof Value.Struct struct) {
                struct.fields().forEach((name, value) -> entries.put(name, text(value)));
            }
            return new FolderManifest(entries);
        } catch (SyntaxException e) {
            return new FolderManifest(Map.of());
        }
    }

    private static String text(Value value) {
        return value instanceof Value.Text(String text) ? text : "";
    }

    String text() {
        Map<String, Value> values = new LinkedHashMap<>();
        entries.forEach((name, entry) -> values.put(name, Value.of(entry)));
        return JsonText.compact(Value.of(values));
    }

    String digest() {
        return ContentDigest.of(text());
    }

    /** Returns the digests of the files in the directory. */
    List<String> files() {
        return entries.values().stream().filter(entry -> entry.startsWith("sha256:")).toList();
    }
}
