package io.github.binnacle.model;

import io.github.binnacle.model.address.Address.DocumentAddress;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.problem.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The real pipelines beside the repository, where they are there. */
public final class Corpus {
    private Corpus() {}

    /** Returns every compiled pipeline; skips the test where there is no corpus. */
    public static List<Path> files() {
        Optional<Path> shared = shared();
        Assumptions.assumeTrue(shared.isPresent(), "no corpus: set BINNACLE_SHARED");
        return Stream.of("kfp-pipelines", "reference/samples")
                .map(shared.orElseThrow()::resolve)
                .filter(Files::isDirectory)
                .flatMap(Corpus::yamlIn)
                .sorted()
                .toList();
    }

    private static Optional<Path> shared() {
        String given = System.getProperty("binnacle.shared", System.getenv("BINNACLE_SHARED"));
        return Stream.of(given == null ? "../../shared" : given)
                .map(Path::of)
                .filter(Files::isDirectory)
                .findFirst();
    }

    private static Stream<Path> yamlIn(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> path.toString().endsWith(".yaml")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a text that must be a pipeline. */
    public static PipelineDocument document(String text) {
        return switch (PipelineDocument.parse(new DocumentAddress("pipeline.yaml"), text)) {
            case Outcome.Done<PipelineDocument>(PipelineDocument document, var _) -> document;
            case Outcome.Refused<PipelineDocument>(var problems) ->
                    throw new AssertionError(
                            problems.stream().map(problem -> problem.message()).toList());
        };
    }

    public static PipelineDocument document(Path file) {
        try {
            return document(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
