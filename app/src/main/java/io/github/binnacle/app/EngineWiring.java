package io.github.binnacle.app;

import io.github.binnacle.localengine.capacity.Capacity;
import io.github.binnacle.localengine.capacity.Demand;
import io.github.binnacle.localengine.environment.PythonFinder;
import io.github.binnacle.localengine.environment.UvEnvironments;
import io.github.binnacle.localengine.host.EngineComposition;
import io.github.binnacle.localengine.plan.ExecutionPlanner;
import io.github.binnacle.localengine.plan.ThisComputer;
import io.github.binnacle.localengine.project.ProjectFiles;
import io.github.binnacle.localengine.run.LocalRunEngine;
import io.github.binnacle.localengine.run.RunChecks;
import io.github.binnacle.localengine.run.RunClock;
import io.github.binnacle.localengine.run.RunEquipment;
import io.github.binnacle.localengine.run.RunFolders;
import io.github.binnacle.localengine.run.RunMeans;
import io.github.binnacle.localengine.run.RunStores;
import io.github.binnacle.localengine.supervisor.ChildEnvironment;
import io.github.binnacle.localengine.supervisor.MachineFacts;
import io.github.binnacle.localengine.supervisor.SupervisedProcesses;
import io.github.binnacle.localstore.file.BinnacleHome;
import io.github.binnacle.localstore.file.FileBlobStore;
import io.github.binnacle.localstore.file.SecretFile;
import io.github.binnacle.localstore.ledger.SqliteRunLedger;
import io.github.binnacle.model.run.RunEngine;
import io.github.binnacle.model.run.RunLedger;
import io.github.binnacle.model.workplace.TrustStore;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Wires the engine inside the host process. */
final class EngineWiring implements EngineComposition {
    private final BinnacleHome home;
    private final Map<String, String> environment;
    private final TrustStore trust;
    private @Nullable SqliteRunLedger opened;

    EngineWiring(BinnacleHome home, Map<String, String> environment, TrustStore trust) {
        this.home = home;
        this.environment = environment;
        this.trust = trust;
    }

    @Override
    public RunLedger openLedger() {
        SqliteRunLedger ledger = SqliteRunLedger.open(home.ledger());
        opened = ledger;
        return ledger;
    }

    @Override
    public RunningEngine start(RunLedger ledger) throws IOException {
        PythonFinder pythons = PythonFinder.ofUser();
        SupervisedProcesses processes =
                new SupervisedProcesses(
                        pythons::require, home.runtime(), home.logs().resolve("supervisor.log"));
        RunMeans means =
                new RunMeans(
                        processes,
                        new UvEnvironments(home.environments(), pythons, processes),
                        new Capacity(Demand.of(machine(processes))),
                        ChildEnvironment.of(environment));
        RunEquipment equipment =
                new RunEquipment(
                        new RunStores(
                                ledger,
                                new FileBlobStore(home.blobs()),
                                new SecretFile(home.secrets())),
                        means,
                        new RunFolders(home.runs(), home.volumes()),
                        RunClock.SYSTEM);
        return new Wired(new LocalRunEngine(equipment, checks()), processes);
    }

    private RunChecks checks() {
        ThisComputer computer = ThisComputer.of(environment, InstantSource.system());
        return new RunChecks(new ExecutionPlanner(computer), ProjectFiles::settings, trust);
    }

    /** {@code BINNACLE_CPUS} lets the user give tasks fewer processors, or promise more. */
    private MachineFacts machine(SupervisedProcesses processes) throws IOException {
        MachineFacts facts = asked(processes);
        String cpus = environment.getOrDefault("BINNACLE_CPUS", "");
        return cpus.matches("[1-9]\\d{0,3}")
                ? new MachineFacts(
                        Integer.parseInt(cpus),
                        facts.memoryBytes(),
                        facts.accelerators(),
                        facts.memoryLimits())
                : facts;
    }

    private static MachineFacts asked(SupervisedProcesses processes) throws IOException {
        try {
            return processes.machine();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The engine was ended while it started", e);
        }
    }

    private record Wired(LocalRunEngine local, SupervisedProcesses processes)
            implements RunningEngine {
        @Override
        public RunEngine engine() {
            return local;
        }

        @Override
        public void close() {
            local.close();
            processes.close();
        }
    }

    @Override
    public void close() {
        SqliteRunLedger ledger = opened;
        if (ledger != null) {
            ledger.close();
        }
    }
}
