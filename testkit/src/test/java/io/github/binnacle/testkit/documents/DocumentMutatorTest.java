package io.github.binnacle.testkit.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentMutatorTest {
    /** Ten times what is expected, for busy machines. */
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void opensTheSamplesWithoutDamage() throws InterruptedException {
        for (String text : SamplePipelines.texts()) {
            DocumentTrial.Result result = DocumentTrial.open(text);

            assertThat(result.verdict())
                    .as(result.detail())
                    .isEqualTo(DocumentTrial.Verdict.ACCEPTED);
        }
    }

    @Test
    void answersWellToDamagedDocuments() throws InterruptedException {
        int count = Integer.getInteger("binnacle.mutations", 20);
        DocumentMutator mutator = new DocumentMutator(20_261_124);
        List<String> bad = new ArrayList<>();

        for (int i = 0; i < count; i++) {
            String text = mutator.mutate(SamplePipelines.texts());
            DocumentTrial.Result result = DocumentTrial.open(text);
            if (!result.isGood(LIMIT)) {
                bad.add(i + " " + result);
            }
        }

        assertThat(bad).isEmpty();
    }

    @Test
    void damagesTheSameWayForTheSameSeed() {
        String one = new DocumentMutator(1).mutate(SamplePipelines.texts());
        String other = new DocumentMutator(1).mutate(SamplePipelines.texts());

        assertThat(one).isEqualTo(other);
    }
}
