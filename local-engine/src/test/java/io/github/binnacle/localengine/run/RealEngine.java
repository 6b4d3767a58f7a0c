package io.github.binnacle.localengine.run;

import io.github.binnacle.localengine.capacity.Capacity;
import io.github.binnacle.localengine.capacity.Demand;
import io.github.binnacle.localengine.environment.EnvironmentSpec;
import io.github.binnacle.localengine.environment.PythonFinder;
import io.github.binnacle.localengine.environment.UvEnvironments;
import io.github.binnacle.localengine.plan.ExecutionPlan;
import io.github.binnacle.localengine.plan.ExecutionPlanner;
import io.github.binnacle.localengine.plan.ExecutionPlans;
import io.github.binnacle.localengine.plan.ThisComputer;
import io.github.binnacle.localengine.supervisor.ChildEnvironment;
import io.github.binnacle.localengine.supervisor.SupervisedProcesses;
import io.github.binnacle.localstore.file.FileBlobStore;
import io.github.binnacle.localstore.ledger.SqliteRunLedger;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunRequest;
import io.github.binnacle.model.run.RunRequest.RunOptions;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.value.Value;
import io.github.binnacle.model.workplace.ProjectSettings;
import io.github.binnacle.model.workplace.ProjectSettings.ImageMapping;
import io.github.binnacle.testkit.fake.FakeSecretSource;
import io.github.binnacle.testkit.fake.FakeTrustStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An engine with the real supervisor and ledger; the tasks of every image run with the real kfp of
 * the version that they ask for, and without what else pip would install.
 */
final class RealEngine implements AutoCloseable {
    static final EnvironmentSpec KFP =
            new EnvironmentSpec("", List.of("kfp==2.17.0 --no-deps"), List.of());

    final FakeSecretSource secrets = new FakeSecretSource();
    final SqliteRunLedger ledger;
    final LocalRunEngine engine;
    private final SupervisedProcesses processes;

    RealEngine(Path home, int cpus) {
        this(home, cpus, RealEngine::plan);
    }

    RealEngine(Path home, int cpus, ExecutionPlans plans) {
        PythonFinder pythons = PythonFinder.ofUser();
        processes =
                new SupervisedProcesses(
                        pythons::require, home.resolve("runtime"), home.resolve("log.txt"));
        ledger = SqliteRunLedger.open(home.resolve("ledger.sqlite"));
        RunStores stores = new RunStores(ledger, new FileBlobStore(home.resolve("blobs")), secrets);
        RunMeans means =
                new RunMeans(
                        processes,
                        new UvEnvironments(home.resolve("environments"), pythons, processes),
                        new Capacity(new Demand(cpus * 1000L, 64L << 30, Map.of())),
                        ChildEnvironment.ofUser());
        RunFolders folders = new RunFolders(home.resolve("runs"), home.resolve("volumes"));
        engine =
                new LocalRunEngine(
                        new RunEquipment(stores, means, folders, RunClock.SYSTEM),
                        new RunChecks(
                                plans,
                                folder -> new Outcome.Done<>(ProjectSettings.EMPTY),
                                new FakeTrustStore()));
    }

    /** Plans as if every image were plain Python. */
    private static Outcome<Map<String, ExecutionPlan>> plan(
            PipelineDocument document, ProjectSettings settings, Path project, RunOptions options) {
        ExecutionPlanner planner =
                new ExecutionPlanner(new ThisComputer(System.getenv(), Optional::empty));
        ProjectSettings plain =
                new ProjectSettings(List.of(new ImageMapping("*", "", "", List.of())));
        return switch (planner.plan(document, plain, project, options)) {
            case Outcome.Refused(var problems) -> new Outcome.Refused<>(problems);
            case Outcome.Done(Map<String, ExecutionPlan> plans, var warnings) -> {
                Map<String, ExecutionPlan> inKfp = new LinkedHashMap<>();
                plans.forEach((label, plan) -> inKfp.put(label, inKfp(plan)));
                yield new Outcome.Done<>(inKfp, warnings);
            }
        };
    }

    private static ExecutionPlan inKfp(ExecutionPlan plan) {
        return switch (plan) {
            case ExecutionPlan.PythonFunction function ->
                    new ExecutionPlan.PythonFunction(
                            kfpOf(function.environment()),
                            function.source(),
                            function.module(),
                            function.function(),
                            function.importPath(),
                            function.extraArgs());
            case ExecutionPlan.HostCommand command ->
                    new ExecutionPlan.HostCommand(
                            Optional.of(KFP), command.command(), command.args());
            case ExecutionPlan.ContainerRun _,
                    ExecutionPlan.CreatePvc _,
                    ExecutionPlan.DeletePvc _ ->
                    plan;
        };
    }

    /** Keeps the version of kfp that a component asks for, and nothing else. */
    private static EnvironmentSpec kfpOf(EnvironmentSpec asked) {
        List<String> versions =
                asked.requirements().stream().filter(line -> line.startsWith("kfp==")).toList();
        return versions.isEmpty() ? KFP : new EnvironmentSpec("", versions, List.of());
    }

    Outcome<RunId> submit(String text, Map<String, Value> parameters) {
        return engine.submit(
                new RunRequest(text, "", "", "", parameters, new RunOptions(true, true, true)));
    }

    RunSnapshot await(RunId run, Duration longest) throws InterruptedException {
        return Runs.await(engine, run, longest);
    }

    @Override
    public void close() {
        engine.close();
        processes.close();
        ledger.close();
    }
}
