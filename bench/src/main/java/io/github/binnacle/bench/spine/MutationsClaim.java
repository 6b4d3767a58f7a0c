package io.github.binnacle.bench.spine;

import io.github.binnacle.bench.Bench;
import io.github.binnacle.bench.Claim;
import io.github.binnacle.testkit.documents.DocumentMutator;
import io.github.binnacle.testkit.documents.DocumentTrial;
import io.github.binnacle.testkit.documents.SamplePipelines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Damaged documents are refused with file, line and reason, quickly and without a crash. */
final class MutationsClaim implements Claim {
    private static final int DOCUMENTS = 2000;
    private static final int FEWEST = 50;
    private static final Duration LIMIT = Duration.ofSeconds(2);

    @Override
    public String promise() {
        return "2,000 mutated documents: no crash, none over 2 s, each refusal names file, line"
                + " and reason";
    }

    @Override
    public Figure measure(Bench bench) throws Exception {
        long seed = System.nanoTime();
        DocumentMutator mutator = new DocumentMutator(seed);
        List<String> texts = texts(bench);
        Map<DocumentTrial.Verdict, Integer> verdicts = new EnumMap<>(DocumentTrial.Verdict.class);
        List<String> faults = new ArrayList<>();
        Duration longest = Duration.ZERO;
        for (int i = Claim.share(bench, DOCUMENTS, FEWEST); i > 0; i--) {
            DocumentTrial.Result result = DocumentTrial.open(mutator.mutate(texts));
            verdicts.merge(result.verdict(), 1, Integer::sum);
            longest = longest.compareTo(result.time()) > 0 ? longest : result.time();
            if (!result.isGood(LIMIT)) {
                faults.add(result.toString());
            }
        }
        return new Figure(
                String.format(
                        "%s of %d files, longest %.2f s, seed %d, faults: %s",
                        verdicts, texts.size(), longest.toMillis() / 1e3, seed, faults),
                faults.isEmpty());
    }

    private static List<String> texts(Bench bench) throws IOException {
        List<String> texts = new ArrayList<>(SamplePipelines.texts());
        if (bench.shared().isPresent()) {
            try (Stream<Path> files = Files.list(bench.shared().get().resolve("kfp-pipelines"))) {
                for (Path file : files.sorted().toList()) {
                    texts.add(Files.readString(file));
                }
            }
        }
        return texts;
    }
}
