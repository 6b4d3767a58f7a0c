package io.github.binnacle.app.cli;

import io.github.binnacle.model.address.Address.DocumentAddress;
import io.github.binnacle.model.pipeline.PipelineCompiler;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the user wants to run.
 *
 * @param path file, absolute; the empty path for standard input
 * @param text of the file as it stands: YAML, JSON or Python
 */
record SubmittedSource(Path path, String text) {
    private static final String STDIN = "<stdin>";

    static SubmittedSource read(String path, Console console) throws IOException, Refused {
        if (path.equals("-")) {
            byte[] bytes = console.in().readAllBytes();
            return new SubmittedSource(Path.of(""), new String(bytes, StandardCharsets.UTF_8));
        }
        Path file = Path.of(path).toAbsolutePath().normalize();
        if (Files.isDirectory(file)) {
            throw new Refused(
                    ExitCode.USAGE,
                    path + " is a folder. Name a pipeline in it: YAML, JSON or a .py file.");
        }
        try {
            return new SubmittedSource(file, Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new Refused(ExitCode.USAGE, "There is no file " + path + ". Check its name.");
        } catch (CharacterCodingException e) {
            throw new Refused(ExitCode.REFUSED, path + " is not text in UTF-8. Save it in UTF-8.");
        }
    }

    boolean isPython() {
        return path.toString().endsWith(".py");
    }

    String documentPath() {
        return path.toString();
    }

    /** Reads the pipeline, compiling it first if it is Python. */
    Outcome<PipelineDocument> document(
            Supplier<PipelineCompiler> compiler, String pipeline, Progress progress)
            throws InterruptedException {
        String name = path.toString().isEmpty() ? STDIN : path.toString();
        if (!isPython()) {
            return PipelineDocument.parse(new DocumentAddress(name), text);
        }
        try (progress) {
            return switch (compiler.get().compile(path, pipeline, progress::show)) {
                case Outcome.Done(String yaml, List<Problem> _) ->
                        PipelineDocument.parse(new DocumentAddress(name), yaml);
                case Outcome.Refused(List<Problem> problems) -> new Outcome.Refused<>(problems);
            };
        }
    }
}
