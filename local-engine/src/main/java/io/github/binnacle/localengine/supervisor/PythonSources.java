package io.github.binnacle.localengine.supervisor;

import io.github.binnacle.localengine.file.PrivateFolder;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Our Python files, which travel as resources under {@code /python}, as files that Python runs. */
public final class PythonSources {
    private static final String MAIN = "/python/supervisor.py";
    private static final int DIGEST_LENGTH = 16;

    private PythonSources() {}

    /**
     * Writes the files into a folder named after their content, unless it is there.
     *
     * @param runtime folder of such folders
     * @return the folder with the files
     */
    public static Path extract(Path runtime) throws IOException {
        Map<String, byte[]> files = read();
        Path folder = runtime.resolve(digest(files));
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Path draft = PrivateFolder.createDraft(runtime);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(draft.resolve(file.getKey()), file.getValue());
        }
        return publish(draft, folder);
    }

    private static Path publish(Path draft, Path folder) throws IOException {
        try {
            return Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException thereAlready) {
            PrivateFolder.delete(draft);
            if (!Files.isDirectory(folder)) {
                throw thereAlready;
            }
            return folder;
        }
    }

    private static Map<String, byte[]> read() throws IOException {
        URI main = location();
        if (!main.getScheme().equals("jar")) {
            return readBeside(Path.of(main));
        }
        String jar = main.getRawSchemeSpecificPart();
        Path archive = Path.of(URI.create(jar.substring(0, jar.indexOf("!/"))));
        try (FileSystem files = FileSystems.newFileSystem(archive)) {
            return readBeside(files.getPath(MAIN));
        }
    }

    private static URI location() throws IOException {
        URL main = PythonSources.class.getResource(MAIN);
        if (main == null) {
            throw new IOException(
                    "This copy of Binnacle lacks its Python files. Install it again.");
        }
        try {
            return main.toURI();
        } catch (URISyntaxException e) {
            throw new IOException("The path of Binnacle cannot be read: " + main, e);
        }
    }

    private static Map<String, byte[]> readBeside(Path main) throws IOException {
        Path folder = Objects.requireNonNull(main.getParent());
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path file : (Iterable<Path>) entries::iterator) {
                String name = file.getFileName().toString();
                if (name.endsWith(".py")) {
                    files.put(name, Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    private static String digest(Map<String, byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach((name, content) -> {
                digest.update(
                        (name + "\0" + content.length + "\0").getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest()).substring(0, DIGEST_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
