package io.github.binnacle.bench.spine;

import io.github.binnacle.app.Workbench;
import io.github.binnacle.bench.Bench;
import io.github.binnacle.model.live.Subscription;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.run.RunEngine;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunRequest;
import io.github.binnacle.model.run.RunRequest.RunOptions;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An engine host with a home of its own, as the command line would use it. */
final class EngineRig implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Bench bench;
    private final Workbench workbench;

    EngineRig(Bench bench) throws IOException {
        this.bench = bench;
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("BINNACLE_HOME", home(bench).toString());
        workbench = new Workbench(environment);
    }

    private static Path home(Bench bench) throws IOException {
        return Files.createTempDirectory(bench.folder(), "home");
    }

    /** A finished run, and how long it took from submit to its end being seen. */
    record Timed(RunSnapshot snapshot, double seconds) {}

    /** Compiles one of the measured pipelines with the real kfp. */
    String pipeline(String name, int size) throws IOException, InterruptedException {
        Path out = bench.folder().resolve(name + "-" + size + ".yaml");
        if (!Files.exists(out)) {
            bench.peers().script("", "make_pipelines.py", name, "" + size, out.toString());
        }
        return Files.readString(out);
    }

    /**
     * Runs a document to its end.
     *
     * @throws IOException if it is refused, fails, or takes longer than ten minutes
     */
    Timed run(String document, boolean useCache) throws IOException, InterruptedException {
        RunEngine engine = workbench.engine();
        RunRequest request =
                new RunRequest(
                        document, "", "", "", Map.of(), new RunOptions(useCache, true, false));
        long start = System.nanoTime();
        RunId run =
                switch (engine.submit(request)) {
                    case Outcome.Done(RunId id, List<Problem> _) -> id;
                    case Outcome.Refused(List<Problem> problems) ->
                            throw new IOException("refused: " + problems.getFirst().message());
                };
        CountDownLatch ended = new CountDownLatch(1);
        try (Subscription following =
                engine.follow(run)
                        .subscribe(snapshot -> {
                            if (snapshot.run().state().isFinished()) {
                                ended.countDown();
                            }
                        })) {
            if (!ended.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("the run did not end within " + LIMIT);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        RunSnapshot snapshot = engine.follow(run).current();
        if (snapshot.run().state() != RunState.SUCCEEDED) {
            throw new IOException(
                    "the run ended as " + snapshot.run().state() + ": " + snapshot.run().problem());
        }
        return new Timed(snapshot, seconds);
    }

    @Override
    public void close() {
        workbench.engineClient().shutdown();
        workbench.close();
    }
}
