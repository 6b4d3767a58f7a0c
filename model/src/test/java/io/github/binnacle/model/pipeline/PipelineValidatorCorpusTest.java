package io.github.binnacle.model.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.Corpus;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("corpus")
class PipelineValidatorCorpusTest {
    @Test
    void findsNoErrorInPipelinesThatTheCompilerMade() {
        List<String> found = new ArrayList<>();

        for (Path file : Corpus.files()) {
            for (Problem problem : PipelineValidator.validate(Corpus.document(file))) {
                if (problem.severity() != Severity.NOTE) {
                    found.add(
                            file.getFileName()
                                    + ": "
                                    + problem.severity()
                                    + " "
                                    + problem.message());
                }
            }
        }

        assertThat(found).isEmpty();
    }
}
