package io.github.binnacle.localengine.project;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Walks a project without its hidden, generated and downloaded folders, within limits. */
public final class ProjectTree {
    private static final int DEPTH = 12;
    private static final int FILES = 50_000;
    private static final Set<String> SKIPPED =
            Set.of(
                    "node_modules",
                    "venv",
                    "__pycache__",
                    "site-packages",
                    "target",
                    "build",
                    "dist");

    private ProjectTree() {}

    /**
     * Returns files in the order of their paths; what cannot be read is left out.
     *
     * @param wanted decides by file name
     */
    public static List<Path> files(Path folder, Predicate<String> wanted) throws IOException {
        Search search = new Search(folder, wanted);
        Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEPTH, search);
        return search.found.stream().sorted().toList();
    }

    private static final class Search extends SimpleFileVisitor<Path> {
        private final Path top;
        private final Predicate<String> wanted;
        private final List<Path> found = new ArrayList<>();
        private int seen;

        Search(Path top, Predicate<String> wanted) {
            this.top = top;
            this.wanted = wanted;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = name(folder);
            boolean isSkipped = name.startsWith(".") || SKIPPED.contains(name);
            return isSkipped && !folder.equals(top)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && wanted.test(name(file))) {
                found.add(file);
            }
            return ++seen < FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException reason) {
            return FileVisitResult.CONTINUE;
        }

        private static String name(Path path) {
            return path.getFileName() == null ? "" : path.getFileName().toString();
        }
    }
}
