package io.github.binnacle.app.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds compiled pipelines below a folder. */
final class PipelineFiles {
    private PipelineFiles() {}

    /** Returns the files below a folder that look like compiled pipelines, sorted. */
    static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> !isHidden(folder.relativize(path)))
                    .filter(PipelineFiles::looksLikePipeline)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isHidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".") && part.toString().length() > 1) {
                return true;
            }
        }
        return false;
    }

    private static boolean looksLikePipeline(Path file) {
        String name = file.getFileName().toString();
        if (!(name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"))
                || !Files.isRegularFile(file)) {
            return false;
        }
        try {
            String text = Files.readString(file);
            return text.contains("pipelineInfo") || text.contains("pipeline_info");
        } catch (CharacterCodingException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
