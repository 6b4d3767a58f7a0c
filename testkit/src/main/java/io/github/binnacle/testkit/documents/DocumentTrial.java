package io.github.binnacle.testkit.documents;

import io.github.binnacle.model.address.Address.DocumentAddress;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.pipeline.PipelineGraph;
import io.github.binnacle.model.pipeline.PipelineSpecWriter;
import io.github.binnacle.model.pipeline.PipelineValidator;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Opens a text as the product does: reads it, validates it, derives its graph, makes its sentences.
 *
 * <p>Runs on a thread of a small stack, as in the window, and gives up after a time.
 */
public final class DocumentTrial {
    private static final long STACK_BYTES = 512 * 1024;
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String FILE = "trial.yaml";

    private DocumentTrial() {}

    /** What came of a trial. */
    public enum Verdict {
        ACCEPTED,
        /** Every problem names the file, a line and a reason. */
        REFUSED,
        /** A problem lacks its place or its sentence. */
        REFUSED_BADLY,
        CRASHED,
        HUNG
    }

    /**
     * @param detail the reason of a refusal, or what went wrong; empty if nothing did
     */
    public record Result(Verdict verdict, Duration time, String detail) {
        /** Says whether a user would be served well: an answer, in time. */
        public boolean isGood(Duration limit) {
            return (verdict == Verdict.ACCEPTED || verdict == Verdict.REFUSED)
                    && time.compareTo(limit) <= 0;
        }
    }

    /** Opens a text; returns within about 20 seconds. */
    public static Result open(String text) throws InterruptedException {
        AtomicReference<Result> result = new AtomicReference<>();
        long start = System.nanoTime();
        Thread thread =
                Thread.ofPlatform()
                        .name("document-trial")
                        .daemon()
                        .stackSize(STACK_BYTES)
                        .start(() -> result.set(caught(text, start)));
        thread.join(LIMIT);
        Result known = result.get();
        return known == null ? new Result(Verdict.HUNG, LIMIT, "no answer") : known;
    }

    @SuppressWarnings("CatchThrowable") // whatever is thrown is what a trial looks for
    private static Result caught(String text, long start) {
        try {
            return opened(text, start);
        } catch (Throwable thrown) {
            StackTraceElement[] trace = thrown.getStackTrace();
            String at = trace.length == 0 ? "" : " at " + trace[0];
            return new Result(Verdict.CRASHED, since(start), thrown + at);
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Result opened(String text, long start) {
        return switch (PipelineDocument.parse(new DocumentAddress(FILE), text)) {
            case Outcome.Done<PipelineDocument>(PipelineDocument document, var warnings) -> {
                PipelineGraph.of(document);
                PipelineSpecWriter.yaml(document.spec(), document.platform());
                List<Problem> problems = PipelineValidator.validate(document);
                problems.forEach(Problem::message);
                warnings.forEach(Problem::message);
                yield new Result(Verdict.ACCEPTED, since(start), "");
            }
            case Outcome.Refused<PipelineDocument>(List<Problem> problems) -> {
                String flaw = badly(problems);
                yield flaw.isEmpty()
                        ? new Result(Verdict.REFUSED, since(start), problems.getFirst().message())
                        : new Result(Verdict.REFUSED_BADLY, since(start), flaw);
            }
        };
    }

    private static String badly(List<Problem> problems) {
        if (problems.isEmpty()) {
            return "refused without a problem";
        }
        for (Problem problem : problems) {
            boolean hasPlace =
                    problem.where() instanceof DocumentAddress(String path)
                            && path.equals(FILE)
                            && problem.range() != null
                            && problem.range().line() >= 1;
            if (!hasPlace) {
                return "no place: " + problem;
            }
            if (problem.message().isBlank()) {
                return "no sentence: " + problem;
            }
        }
        return "";
    }
}
