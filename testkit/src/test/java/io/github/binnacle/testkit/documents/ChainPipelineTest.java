package io.github.binnacle.testkit.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.address.Address.DocumentAddress;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.pipeline.PipelineValidator;
import io.github.binnacle.model.problem.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChainPipelineTest {
    @Test
    void isASoundPipelineOfTheSizeThatTheCompilerMakes() {
        String text = ChainPipeline.yaml(2_000);

        PipelineDocument document = parsed(text);

        assertThat(text.length()).isBetween(3_400_000, 3_800_000);
        assertThat(document.spec().root().dag().orElseThrow().tasks()).hasSize(2_000);
        assertThat(PipelineValidator.validate(document)).isEmpty();
    }

    /** Ten times what is expected, for busy machines. */
    @Test
    void isCheckedInTimeInProportionToItsSize() {
        checked(ChainPipeline.yaml(500));

        Duration small = checked(ChainPipeline.yaml(2_000));
        Duration large = checked(ChainPipeline.yaml(5_000));

        assertThat(large).isLessThan(small.multipliedBy(10));
    }

    private static Duration checked(String text) {
        long start = System.nanoTime();
        PipelineValidator.validate(parsed(text));
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static PipelineDocument parsed(String text) {
        return switch (PipelineDocument.parse(new DocumentAddress("chain.yaml"), text)) {
            case Outcome.Done<PipelineDocument>(PipelineDocument document, var _) -> document;
            case Outcome.Refused<PipelineDocument>(var problems) ->
                    throw new AssertionError(problems.getFirst().message());
        };
    }
}
