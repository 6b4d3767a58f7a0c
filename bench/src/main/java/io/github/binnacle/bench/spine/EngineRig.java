package io.github.binnacle.bench.spine;

import io.github.binnacle.app.Workbench;
import io.github.binnacle.bench.Bench;
import io.github.binnacle.model.live.Subscription;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.run.Run;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunRequest;
import io.github.binnacle.model.run.RunRequest.RunOptions;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.value.Value;
import io.github.binnacle.model.workplace.SecretSource.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

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

    /** What became of a document. */
    record Verdict(String state, String detail) {}

    /** Supplies the secrets that pipelines of the corpus ask for. */
    void addSecrets() {
        addSecret("test-secret-1", "user1", "psw1");
        addSecret("test-secret-2", "user2", "psw1");
        addSecret("test-secret-3", "user3", "psw2");
        workbench.secrets().put(Kind.SECRET, "user-gcp-sa", "type", "service_account");
    }

    private void addSecret(String name, String user, String password) {
        workbench.secrets().put(Kind.SECRET, name, "username", user);
        workbench.secrets().put(Kind.SECRET, name, "password", password);
    }

    /** Runs a document to whatever end it comes to; container commands may run on the host. */
    Verdict verdict(String document, Map<String, Value> parameters)
            throws IOException, InterruptedException {
        RunRequest request =
                new RunRequest(document, "", "", "", parameters, new RunOptions(true, true, true));
        return switch (workbench.engine().submit(request)) {
            case Outcome.Refused(List<Problem> problems) ->
                    new Verdict("refused", sentences(problems));
            case Outcome.Done(RunId run, List<Problem> _) -> {
                Run ended = await(run).run();
                yield new Verdict(ended.state().name(), withoutLog(ended.problem()));
            }
        };
    }

    private static String sentences(List<Problem> problems) {
        return problems.stream().map(Problem::message).distinct().collect(Collectors.joining(" "));
    }

    /** Leaves out where the log is, which no reader of a page can open. */
    private static String withoutLog(String problem) {
        int log = problem.indexOf(" The log has ");
        return log < 0 ? problem : problem.substring(0, log);
    }

    /**
     * Runs a document to its end.
     *
     * @throws IOException if it is refused, fails, or takes longer than ten minutes
     */
    Timed run(String document, boolean useCache) throws IOException, InterruptedException {
        RunRequest request =
                new RunRequest(
                        document, "", "", "", Map.of(), new RunOptions(useCache, true, false));
        long start = System.nanoTime();
        RunId run =
                switch (workbench.engine().submit(request)) {
                    case Outcome.Done(RunId id, List<Problem> _) -> id;
                    case Outcome.Refused(List<Problem> problems) ->
                            throw new IOException("refused: " + problems.getFirst().message());
                };
        RunSnapshot snapshot = await(run);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (snapshot.run().state() != RunState.SUCCEEDED) {
            throw new IOException(
                    "the run ended as " + snapshot.run().state() + ": " + snapshot.run().problem());
        }
        return new Timed(snapshot, seconds);
    }

    private RunSnapshot await(RunId run) throws IOException, InterruptedException {
        CompletableFuture<RunSnapshot> ended = new CompletableFuture<>();
        try (Subscription following =
                workbench
                        .engine()
                        .follow(run)
                        .subscribe(snapshot -> {
                            if (snapshot.run().state().isFinished()) {
                                ended.complete(snapshot);
                            }
                        })) {
            return ended.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("the run did not end within " + LIMIT, e);
        }
    }

    @Override
    public void close() {
        workbench.engineClient().shutdown();
        workbench.close();
    }
}
