package io.github.binnacle.localengine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.localengine.capacity.Capacity;
import io.github.binnacle.localengine.capacity.Demand;
import io.github.binnacle.localstore.file.FileBlobStore;
import io.github.binnacle.localstore.ledger.SqliteRunLedger;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunRequest;
import io.github.binnacle.model.run.RunRequest.RunOptions;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskSnapshot;
import io.github.binnacle.model.value.Value;
import io.github.binnacle.model.workplace.ProjectSettings;
import io.github.binnacle.testkit.fake.FakeSecretSource;
import io.github.binnacle.testkit.fake.FakeTrustStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** An engine whose processes are functions of the test; its ledger and its files are real. */
final class EngineFixture implements AutoCloseable {
    static final Duration LONGEST = Duration.ofSeconds(30);

    final FakeProcesses processes = new FakeProcesses();
    final FakeEnvironments environments = new FakeEnvironments();
    final FakeSecretSource secrets = new FakeSecretSource();
    final FakeTrustStore trust = new FakeTrustStore();
    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    final SqliteRunLedger ledger;
    final Path home;
    private final RunEquipment equipment;
    private LocalRunEngine engine;

    EngineFixture(Path home) {
        this(home, new Demand(8_000, 16L << 30, Map.of()));
    }

    EngineFixture(Path home, Demand computer) {
        this.home = home;
        ledger = SqliteRunLedger.open(home.resolve("ledger.sqlite"));
        equipment =
                new RunEquipment(
                        new RunStores(ledger, new FileBlobStore(home.resolve("blobs")), secrets),
                        new RunMeans(
                                processes,
                                environments,
                                new Capacity(computer),
                                Map.of("PATH", "/usr/bin:/bin")),
                        new RunFolders(home.resolve("runs"), home.resolve("volumes")),
                        new RunClock(() -> Instant.ofEpochSecond(1_800_000_000), pauses::add));
        engine = newEngine();
    }

    private LocalRunEngine newEngine() {
        return new LocalRunEngine(
                equipment,
                new RunChecks(
                        FakeComponents.plans(),
                        folder -> new Outcome.Done<>(ProjectSettings.EMPTY),
                        trust));
    }

    LocalRunEngine engine() {
        return engine;
    }

    /** Ends the engine as if it were killed, and starts another. */
    List<RunId> restart() {
        engine.close();
        List<RunId> interrupted = ledger.interruptRunning(Instant.ofEpochSecond(1_800_000_100));
        engine = newEngine();
        return interrupted;
    }

    RunId start(String pipeline, Map<String, Value> parameters) {
        return done(submit(pipeline, parameters, new RunOptions(true, true, true)));
    }

    Outcome<RunId> submit(String pipeline, Map<String, Value> parameters, RunOptions options) {
        return engine.submit(new RunRequest(pipeline, "", "", "", parameters, options));
    }

    static RunId done(Outcome<RunId> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<RunId>) outcome).value();
    }

    static List<String> refusals(Outcome<RunId> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<RunId>) outcome)
                .problems().stream().map(Problem::message).toList();
    }

    RunSnapshot run(String pipeline) throws InterruptedException {
        return run(pipeline, Map.of());
    }

    RunSnapshot run(String pipeline, Map<String, Value> parameters) throws InterruptedException {
        return await(start(pipeline, parameters));
    }

    RunSnapshot await(RunId run) throws InterruptedException {
        return Runs.await(engine, run, LONGEST);
    }

    RunSnapshot await(RunId run, Predicate<RunSnapshot> condition) throws InterruptedException {
        return Runs.await(engine, run, LONGEST, condition);
    }

    static TaskSnapshot task(RunSnapshot run, String path) {
        return run.task(TaskPath.of(path))
                .orElseThrow(() -> new AssertionError(path + " of " + run));
    }

    static Value output(RunSnapshot run, String path, String name) {
        return task(run, path).outputs().parameters().getOrDefault(name, Value.of("<absent>"));
    }

    @Override
    public void close() {
        engine.close();
        ledger.close();
    }
}
