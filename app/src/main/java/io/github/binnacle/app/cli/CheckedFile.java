package io.github.binnacle.app.cli;

import io.github.binnacle.model.address.Address.DocumentAddress;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.pipeline.PipelineValidator;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A pipeline file and what is wrong with it.
 *
 * @param name as the user wrote it
 */
record CheckedFile(String name, List<Problem> problems) {
    CheckedFile {
        problems = List.copyOf(problems);
    }

    static CheckedFile read(Path path) {
        return of(path.toString(), PipelineDocument.readFile(path));
    }

    static CheckedFile read(String name, String text) {
        return of(name, PipelineDocument.parse(new DocumentAddress(name), text));
    }

    private static CheckedFile of(String name, Outcome<PipelineDocument> read) {
        return switch (read) {
            case Outcome.Done(PipelineDocument document, List<Problem> warnings) -> {
                List<Problem> problems = new ArrayList<>(warnings);
                problems.addAll(PipelineValidator.validate(document));
                yield new CheckedFile(name, problems);
            }
            case Outcome.Refused(List<Problem> problems) -> new CheckedFile(name, problems);
        };
    }

    boolean isValid() {
        return count(Severity.ERROR) == 0;
    }

    long count(Severity severity) {
        return problems.stream().filter(problem -> problem.severity() == severity).count();
    }
}
