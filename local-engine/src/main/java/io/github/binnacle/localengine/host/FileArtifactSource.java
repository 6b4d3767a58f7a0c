package io.github.binnacle.localengine.host;

import io.github.binnacle.model.run.ArtifactSource;
import io.github.binnacle.model.run.RuntimeArtifact;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads artifacts at the local path that is their URI.
 *
 * <p>The URI must come from the ledger; parts are never read outside of it. Links inside a
 * directory are not followed. Of a directory at most {@value #MOST_PARTS} files are listed.
 */
public final class FileArtifactSource implements ArtifactSource {
    private static final int MOST_PARTS = 10_000;

    @Override
    public List<Part> parts(RuntimeArtifact artifact) throws IOException {
        Optional<Path> content = content(artifact);
        if (content.isEmpty() || !Files.exists(content.get())) {
            return List.of();
        }
        Path path = content.get();
        return Files.isDirectory(path) ? partsIn(path) : List.of(new Part("", Files.size(path)));
    }

    @Override
    public InputStream open(RuntimeArtifact artifact, String part) throws IOException {
        Path content =
                content(artifact)
                        .orElseThrow(() ->
                                new NoSuchFileException(
                                        artifact.uri(), null, "not on this computer"));
        if (part.isEmpty()) {
            return Files.newInputStream(content);
        }
        Path file = Containment.require(content.resolve(part), content);
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static List<Part> partsIn(Path folder) throws IOException {
        List<Part> parts = new ArrayList<>();
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile()) {
                            String name = folder.relativize(file).toString().replace('\\', '/');
                            parts.add(new Part(name, attributes.size()));
                        }
                        return parts.size() < MOST_PARTS
                                ? FileVisitResult.CONTINUE
                                : FileVisitResult.TERMINATE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException reason) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        parts.sort(Comparator.comparing(Part::name));
        return parts;
    }

    /** Only an absolute path is a place on this computer. */
    private static Optional<Path> content(RuntimeArtifact artifact) {
        String uri =
                artifact.uri().startsWith("file://") ? artifact.uri().substring(7) : artifact.uri();
        try {
            Path path = Path.of(uri);
            return path.isAbsolute() ? Optional.of(path.normalize()) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
