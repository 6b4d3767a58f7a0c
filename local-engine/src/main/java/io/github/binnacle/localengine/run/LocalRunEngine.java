package io.github.binnacle.localengine.run;

import io.github.binnacle.localengine.file.PrivateFolder;
import io.github.binnacle.localengine.follow.RunFollower;
import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.live.Live;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import io.github.binnacle.model.run.Run;
import io.github.binnacle.model.run.RunEngine;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunLedger;
import io.github.binnacle.model.run.RunRequest;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.run.TaskValues;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Runs pipelines on this computer, with the semantics of KFP's driver; where a cluster has a known
 * defect, as the document plainly means. One per ledger.
 */
public final class LocalRunEngine implements RunEngine, AutoCloseable {
    private final RunEquipment equipment;
    private final RunLedger ledger;
    private final RunPreparation preparation;
    private final HostMounts mounts = new HostMounts();
    private final CommitSignal signal = new CommitSignal();
    private final RunFollower follower;
    private final Map<RunId, Active> active = new ConcurrentHashMap<>();

    private record Active(RunConductor conductor, Thread thread) {}

    public LocalRunEngine(RunEquipment equipment, RunChecks checks) {
        this.equipment = equipment;
        this.ledger = equipment.stores().ledger();
        this.preparation = new RunPreparation(checks, equipment);
        this.follower = new RunFollower(ledger, signal);
    }

    @Override
    public Outcome<RunId> submit(RunRequest request) {
        return switch (preparation.prepare(request)) {
            case Outcome.Refused(List<Problem> problems) -> new Outcome.Refused<>(problems);
            case Outcome.Done(RunPreparation.Prepared prepared, List<Problem> warnings) ->
                    create(request, prepared, warnings);
        };
    }

    private Outcome<RunId> create(
            RunRequest request, RunPreparation.Prepared prepared, List<Problem> warnings) {
        Run draft = draft(request, prepared);
        try {
            Path folder = PrivateFolder.create(Path.of(draft.folder()));
            RunOptionsFile.write(folder, request.options());
            if (request.documentText().contains("workspace")) {
                PrivateFolder.create(new RunFacts(draft).workspace());
            }
        } catch (IOException e) {
            return refused("run.files", draft.id(), Map.of("detail", String.valueOf(e)));
        }
        Run run = ledger.createRun(new RunLedger.NewRun(draft, request.documentText()));
        start(run, prepared.blueprint(), EarlierTasks.none());
        return new Outcome.Done<>(run.id(), warnings);
    }

    private Run draft(RunRequest request, RunPreparation.Prepared prepared) {
        RunId id = new RunId(UUID.randomUUID().toString());
        var info = prepared.blueprint().document().spec().pipelineInfo();
        String title = info.displayName().isEmpty() ? info.name() : info.displayName();
        return new Run(
                id,
                0,
                request.displayName().isEmpty() ? title : request.displayName(),
                info.name(),
                RunState.PENDING,
                equipment.clock().now(),
                null,
                null,
                request.documentPath(),
                request.project(),
                equipment.folders().runs().resolve(id.value()).toAbsolutePath().toString(),
                prepared.parameters(),
                TaskValues.EMPTY,
                "");
    }

    /** Records the run as RUNNING before it returns, so that nobody takes it for finished. */
    private void start(Run run, RunBlueprint blueprint, EarlierTasks earlier) {
        ledger.setRunState(run.id(), RunState.RUNNING, equipment.clock().now(), "");
        RunConductor conductor =
                new RunConductor(
                        new RunFacts(run),
                        blueprint,
                        earlier,
                        equipment,
                        mounts,
                        signal::committed);
        Thread thread =
                Thread.ofVirtual()
                        .name("run " + run.id())
                        .unstarted(() -> {
                            try {
                                conductor.run();
                            } finally {
                                active.remove(run.id());
                                signal.committed();
                            }
                        });
        active.put(run.id(), new Active(conductor, thread));
        thread.start();
    }

    @Override
    public Outcome<RunId> cancel(RunId run) {
        Active running = active.get(run);
        if (running == null) {
            return refused("run.not-running", run, Map.of());
        }
        running.conductor().cancel();
        return new Outcome.Done<>(run);
    }

    @Override
    public Outcome<RunId> resume(RunId id) {
        Optional<RunSnapshot> snapshot = ledger.snapshot(id);
        Optional<String> text = ledger.document(id);
        if (snapshot.isEmpty() || text.isEmpty()) {
            return refused("run.unknown", id, Map.of());
        }
        Run run = snapshot.get().run();
        if (active.containsKey(id) || run.state() == RunState.SUCCEEDED) {
            return refused(
                    active.containsKey(id) ? "run.still-running" : "run.succeeded", id, Map.of());
        }
        return switch (preparation.prepareTrusted(Resumption.request(run, text.get()))) {
            case Outcome.Refused(List<Problem> problems) -> new Outcome.Refused<>(problems);
            case Outcome.Done(RunPreparation.Prepared prepared, List<Problem> warnings) ->
                    resume(snapshot.get(), prepared, warnings);
        };
    }

    private Outcome<RunId> resume(
            RunSnapshot snapshot, RunPreparation.Prepared prepared, List<Problem> warnings) {
        RunId id = snapshot.run().id();
        try {
            equipment.means().processes().sweep(Resumption.interruptedAttempts(snapshot));
        } catch (IOException e) {
            return refused("run.files", id, Map.of("detail", String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return refused("run.not-running", id, Map.of());
        }
        start(snapshot.run(), prepared.blueprint(), EarlierTasks.of(snapshot));
        return new Outcome.Done<>(id, warnings);
    }

    @Override
    public Outcome<RunId> delete(RunId id) {
        Optional<RunSnapshot> snapshot = ledger.snapshot(id);
        if (snapshot.isEmpty() || active.containsKey(id)) {
            return refused(snapshot.isEmpty() ? "run.unknown" : "run.still-running", id, Map.of());
        }
        List<Path> kept =
                ledger.sharedUris(id).stream()
                        .flatMap(uri -> LocalUris.path(uri).stream())
                        .toList();
        ledger.delete(id);
        signal.committed();
        try {
            FileTrees.deleteExcept(Path.of(snapshot.get().run().folder()), kept);
            equipment.stores().blobs().collect();
            return new Outcome.Done<>(id);
        } catch (IOException e) {
            return refused("run.files", id, Map.of("detail", String.valueOf(e.getMessage())));
        }
    }

    @Override
    public Live<RunSnapshot> follow(RunId run) {
        return follower.follow(run);
    }

    @Override
    public Live<List<Run>> runs() {
        return follower.runs();
    }

    private static Outcome<RunId> refused(String code, RunId run, Map<String, Object> arguments) {
        Map<String, Object> all = new LinkedHashMap<>(arguments);
        all.put("run", run.value());
        return new Outcome.Refused<>(
                new Problem(code, Severity.ERROR, new Address.RunAddress(run), null, all));
    }

    /**
     * Stops at once, recording nothing more: what runs stays recorded as running until the next
     * engine finds it interrupted.
     */
    @Override
    public void close() {
        active.values().forEach(running -> running.conductor().halt());
        for (Active running : active.values()) {
            try {
                running.thread().join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        follower.close();
    }
}
