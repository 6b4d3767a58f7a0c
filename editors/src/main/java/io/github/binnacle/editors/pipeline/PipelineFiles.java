package io.github.binnacle.editors.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the pipelines of a folder: compiled ones, and Python files that define one. */
final class PipelineFiles {
    private static final int MOST = 2_000;
    private static final int DEEPEST = 8;
    private static final int HEAD = 64 * 1024;
    private static final Set<String> PASSED_OVER =
            Set.of("node_modules", "__pycache__", "venv", "site-packages", "target", "build");
    private static final Pattern COMPILED =
            Pattern.compile("pipelineInfo|pipeline_info|deploymentSpec|executorLabel");
    private static final Pattern PYTHON = Pattern.compile("@(?:\\w+\\.)*pipeline\\b");

    private PipelineFiles() {}

    /** Returns absolute paths in alphabetical order, at most 2,000. */
    static List<Path> in(Path folder) throws IOException, InterruptedException {
        Search search = new Search(folder);
        Files.walkFileTree(folder, Set.of(), DEEPEST, search);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Collections.sort(search.found);
        return List.copyOf(search.found);
    }

    private static boolean isPipeline(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(".py")) {
            return PYTHON.matcher(head(file)).find();
        }
        return (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"))
                && COMPILED.matcher(head(file)).find();
    }

    private static String head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
        }
    }

    private static final class Search extends SimpleFileVisitor<Path> {
        private final List<Path> found = new ArrayList<>();
        private final Path start;

        Search(Path start) {
            this.start = start;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = String.valueOf(folder.getFileName());
            boolean isPassedOver = name.startsWith(".") || PASSED_OVER.contains(name);
            return isPassedOver && !folder.equals(start)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (found.size() >= MOST || Thread.currentThread().isInterrupted()) {
                return FileVisitResult.TERMINATE;
            }
            try {
                if (attributes.isRegularFile() && isPipeline(file)) {
                    found.add(file);
                }
            } catch (IOException e) {
                return FileVisitResult.CONTINUE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException reason) {
            return FileVisitResult.CONTINUE;
        }
    }
}
