package io.github.binnacle.app;

import io.github.binnacle.app.cli.CliServices;
import io.github.binnacle.app.cli.CrashFile;
import io.github.binnacle.app.cli.Refused;
import io.github.binnacle.editors.WindowServices;
import io.github.binnacle.localengine.check.ProjectCheck;
import io.github.binnacle.localengine.compile.KfpCompiler;
import io.github.binnacle.localengine.environment.Environments;
import io.github.binnacle.localengine.environment.PythonFinder;
import io.github.binnacle.localengine.environment.UvEnvironments;
import io.github.binnacle.localengine.host.EngineClient;
import io.github.binnacle.localengine.host.EngineFolders;
import io.github.binnacle.localengine.host.EngineHost;
import io.github.binnacle.localengine.host.FileArtifactSource;
import io.github.binnacle.localengine.host.FileLogSource;
import io.github.binnacle.localengine.plan.ExecutionPlanner;
import io.github.binnacle.localengine.plan.ThisComputer;
import io.github.binnacle.localengine.supervisor.SupervisedProcesses;
import io.github.binnacle.localstore.file.BinnacleHome;
import io.github.binnacle.localstore.file.Doctor;
import io.github.binnacle.localstore.file.SecretFile;
import io.github.binnacle.localstore.file.TrustFile;
import io.github.binnacle.localstore.ledger.SqliteRunHistory;
import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.lineage.LineageSource;
import io.github.binnacle.model.pipeline.PipelineCompiler;
import io.github.binnacle.model.run.ArtifactSource;
import io.github.binnacle.model.run.LogSource;
import io.github.binnacle.model.run.RunEngine;
import io.github.binnacle.model.run.RunHistory;
import io.github.binnacle.model.workplace.TrustStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wires everything by constructors; what is not asked for is not made. */
public final class Workbench implements CliServices, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workbench.class);

    private final Map<String, String> environment;
    private final BinnacleHome home;
    private final PythonFinder pythons = PythonFinder.ofUser();
    private final Once<SqliteRunHistory> history = new Once<>(this::openHistory);
    private final Once<EngineClient> engine = new Once<>(this::connectEngine);
    private final Once<SupervisedProcesses> processes = new Once<>(this::startProcesses);

    public Workbench(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        home = BinnacleHome.find(environment);
    }

    private SqliteRunHistory openHistory() {
        return SqliteRunHistory.open(createdHome().ledger());
    }

    private BinnacleHome createdHome() {
        try {
            return home.create();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The folder " + home.folder() + " cannot be made: " + e.getMessage(), e);
        }
    }

    private EngineClient connectEngine() {
        return new EngineClient(folders(), history.get(), new JavaHostLauncher(), Build.name());
    }

    private SupervisedProcesses startProcesses() {
        return new SupervisedProcesses(
                pythons::require,
                createdHome().runtime(),
                home.logs().resolve("client-supervisor.log"));
    }

    private EngineFolders folders() {
        return new EngineFolders(
                home.folder(),
                home.runs(),
                home.environments(),
                home.runtime(),
                home.volumes(),
                home.logs());
    }

    @Override
    public BinnacleHome home() {
        return home;
    }

    @Override
    public RunEngine engine() {
        return engine.get();
    }

    @Override
    public EngineClient engineClient() {
        return engine.get();
    }

    @Override
    public RunHistory history() {
        return history.get();
    }

    @Override
    public LineageSource lineage() {
        return history.get().lineage();
    }

    @Override
    public LogSource logs() {
        return new FileLogSource(history.get(), home.runs());
    }

    @Override
    public ArtifactSource artifacts() {
        return new FileArtifactSource();
    }

    @Override
    public PipelineCompiler compiler() {
        Environments environments =
                new UvEnvironments(home.environments(), pythons, processes.get());
        return new KfpCompiler(environments, processes.get(), home.runtime());
    }

    @Override
    public TrustStore trust() {
        return new ProgramTrust(new TrustFile(home.trust()), ProgramFolder.examples());
    }

    @Override
    public SecretFile secrets() {
        return new SecretFile(home.secrets());
    }

    @Override
    public List<Doctor.Finding> examine() {
        List<Doctor.Finding> findings = new ArrayList<>(new Doctor(createdHome()).examine());
        findings.addAll(new MachineCheck(environment, pythons).examine());
        return findings;
    }

    @Override
    public ProjectCheck projectCheck() {
        return new ProjectCheck(plans());
    }

    @Override
    public void openWindow(List<Address> places) throws Refused {
        Thread.setDefaultUncaughtExceptionHandler(this::noteDefect);
        show(new Window(windowServices(), places));
    }

    @Override
    public void rehearseWindow() throws Refused {
        Address example = new Address.DocumentAddress(ProgramFolder.example().toString());
        show(new Window(windowServices(), List.of(example)).closingAfter(Duration.ofSeconds(3)));
    }

    private static void show(Window window) throws Refused {
        try {
            window.showUntilClosed();
        } catch (Window.NoDisplayException e) {
            throw Refused.byWorld(String.valueOf(e.getMessage()));
        }
    }

    private WindowServices windowServices() {
        return new WindowServices(
                engine(),
                history(),
                logs(),
                artifacts(),
                compiler(),
                trust(),
                new LocalRunCheck(plans()),
                new WindowMemoryFile(home.folder().resolve("window.json")),
                ProgramFolder.shownFirst(),
                ProgramFolder.example());
    }

    private void noteDefect(Thread thread, Throwable bug) {
        LOG.error("A defect on {}", thread.getName(), bug);
        try {
            CrashFile.write(home.logs(), "the window", bug);
        } catch (IOException e) {
            LOG.error("The details of a defect cannot be written", e);
        }
    }

    private ExecutionPlanner plans() {
        return new ExecutionPlanner(ThisComputer.of(environment, InstantSource.system()));
    }

    @Override
    public void serveEngine() throws IOException, InterruptedException {
        new EngineHost(
                        folders(),
                        Build.name(),
                        EngineHost.idleLimit(environment),
                        new EngineWiring(createdHome(), environment, trust()),
                        InstantSource.system())
                .run();
    }

    @Override
    public void close() {
        engine.ifMade(EngineClient::close);
        processes.ifMade(SupervisedProcesses::close);
        history.ifMade(SqliteRunHistory::close);
    }
}
