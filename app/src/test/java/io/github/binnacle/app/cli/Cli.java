package io.github.binnacle.app.cli;

import io.github.binnacle.localengine.check.ProjectCheck;
import io.github.binnacle.localengine.host.EngineClient;
import io.github.binnacle.localengine.plan.ExecutionPlanner;
import io.github.binnacle.localengine.plan.ThisComputer;
import io.github.binnacle.localstore.file.BinnacleHome;
import io.github.binnacle.localstore.file.Doctor;
import io.github.binnacle.localstore.file.SecretFile;
import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.lineage.LineageSource;
import io.github.binnacle.model.pipeline.PipelineCompiler;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.run.ArtifactSource;
import io.github.binnacle.model.run.LogSource;
import io.github.binnacle.model.run.RunEngine;
import io.github.binnacle.model.run.RunHistory;
import io.github.binnacle.model.workplace.TrustStore;
import io.github.binnacle.testkit.fake.FakeArtifactSource;
import io.github.binnacle.testkit.fake.FakeLogSource;
import io.github.binnacle.testkit.fake.FakeRunEngine;
import io.github.binnacle.testkit.fake.FakeRunLedger;
import io.github.binnacle.testkit.fake.FakeTrustStore;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command line over fakes; what it prints is captured. */
final class Cli implements CliServices {
    final FakeRunEngine engine = new FakeRunEngine();
    final FakeRunLedger ledger = new FakeRunLedger();
    final FakeLogSource logs = new FakeLogSource();
    final FakeTrustStore trust = new FakeTrustStore();
    PipelineCompiler compiler =
            (source, pipeline, progress) -> {
                throw new AssertionError("nothing is to be compiled");
            };
    final List<Address> opened = new ArrayList<>();
    boolean isTerminal;
    private final BinnacleHome home;

    Cli(Path home) {
        this.home = new BinnacleHome(home);
    }

    /**
     * What a command has said.
     *
     * @param out its answer
     * @param err what it said beside
     */
    record Answer(int code, String out, String err) {}

    Answer run(String... args) {
        return runWithInput("", args);
    }

    Answer runWithInput(String input, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console =
                new Console(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintWriter(out),
                        new PrintWriter(err),
                        isTerminal,
                        false,
                        true);
        int code = new CommandTree(console, this).run(args);
        return new Answer(code, normalized(out), normalized(err));
    }

    private static String normalized(StringWriter text) {
        return text.toString().replace("\r\n", "\n");
    }

    @Override
    public BinnacleHome home() {
        return home;
    }

    @Override
    public RunEngine engine() {
        return engine;
    }

    @Override
    public RunHistory history() {
        return ledger;
    }

    @Override
    public LogSource logs() {
        return logs;
    }

    @Override
    public ArtifactSource artifacts() {
        return new FakeArtifactSource();
    }

    @Override
    public LineageSource lineage() {
        return ledger.lineage();
    }

    @Override
    public PipelineCompiler compiler() {
        return compiler;
    }

    @Override
    public TrustStore trust() {
        return trust;
    }

    @Override
    public SecretFile secrets() {
        return new SecretFile(home.secrets());
    }

    @Override
    public List<Doctor.Finding> examine() {
        return List.of(
                new Doctor.Finding("ledger", true, "integrity_check: ok"),
                new Doctor.Finding("Python", false, "none was found"));
    }

    @Override
    public ProjectCheck projectCheck() {
        return new ProjectCheck(
                new ExecutionPlanner(new ThisComputer(Map.of("PATH", ""), Optional::empty)));
    }

    @Override
    public void openWindow(List<Address> places) {
        opened.addAll(places);
    }

    @Override
    public void rehearseWindow() {
        throw new AssertionError("there is no window");
    }

    @Override
    public void serveEngine() {
        throw new IllegalStateException("the engine of tests does not serve");
    }

    @Override
    public EngineClient engineClient() {
        throw new AssertionError("there is no client");
    }

    /** Makes every compilation give this document. */
    void compileTo(String yaml) {
        compiler =
                (source, pipeline, progress) -> {
                    progress.accept("Compiling " + source.getFileName() + " " + pipeline);
                    return new Outcome.Done<>(yaml);
                };
    }
}
