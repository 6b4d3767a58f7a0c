package io.github.binnacle.localengine.run;

import io.github.binnacle.localengine.plan.ExecutionPlan;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ImporterSpec;
import io.github.binnacle.model.run.BlobStore;
import io.github.binnacle.model.run.RunLedger;
import io.github.binnacle.model.run.RunLedger.CacheHit;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.run.TaskKind;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.run.TaskValues;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Carries out the tasks that the engine does itself: importers and volumes. Only the run's own
 * thread touches it.
 */
final class BriefTasks {
    private final RunFacts run;
    private final RunLedger ledger;
    private final BlobStore blobs;
    private final VolumeTasks volumes;
    private final RunJournal journal;
    private final RunThread thread;
    private final List<Runnable> toStart = new ArrayList<>();

    BriefTasks(
            RunFacts run,
            RunStores stores,
            RunFolders folders,
            RunJournal journal,
            RunThread thread) {
        this.run = run;
        this.ledger = stores.ledger();
        this.blobs = stores.blobs();
        this.volumes = new VolumeTasks(folders.volumes());
        this.journal = journal;
        this.thread = thread;
    }

    private record Result(TaskValues outputs, String cacheKey) {}

    @FunctionalInterface
    private interface Deed {
        Result perform() throws TaskFailure, IOException;
    }

    void importArtifact(Work work, ImporterSpec importer) throws TaskFailure {
        TaskValues inputs = DeclaredInputs.withDefaults(work.component(), work.inputs());
        String output =
                work.component().outputDefinitions().artifacts().keySet().stream()
                        .findFirst()
                        .orElse("artifact");
        RuntimeArtifact artifact =
                ImportedArtifact.of(
                        importer,
                        output,
                        new ConstantValues(
                                inputs.parameters(), inputs.artifacts(), run, work.path()));
        startLater(work, TaskKind.IMPORTER, () -> imported(importer, artifact));
    }

    /**
     * Takes an equal artifact of the same pipeline again, unless each import is to make its own.
     */
    private Result imported(ImporterSpec importer, RuntimeArtifact artifact)
            throws TaskFailure, IOException {
        RuntimeArtifact found = ImportedArtifact.withContent(artifact, blobs);
        if (importer.reimport()) {
            return new Result(ImportedArtifact.outputs(found), "");
        }
        String key = ImportedArtifact.key(found, run.run().pipelineName());
        Optional<TaskValues> known = ledger.findCached(key).map(CacheHit::outputs);
        return new Result(known.orElseGet(() -> ImportedArtifact.outputs(found)), key);
    }

    void volume(Work work, ExecutionPlan plan) {
        TaskValues inputs = DeclaredInputs.withDefaults(work.component(), work.inputs());
        boolean isMade = plan instanceof ExecutionPlan.CreatePvc;
        startLater(
                work,
                TaskKind.RUNTIME,
                () -> new Result(isMade ? volumes.create(inputs) : volumes.delete(inputs), ""));
    }

    private void startLater(Work work, TaskKind kind, Deed deed) {
        journal.stands(work, kind, new TaskState.Running(), "");
        toStart.add(() -> thread.elsewhere("task", () -> perform(work, kind, deed)));
    }

    private void perform(Work work, TaskKind kind, Deed deed) {
        try {
            Result result = deed.perform();
            thread.post(() -> succeed(work, result));
        } catch (TaskFailure e) {
            thread.post(() -> fail(work, kind, e));
        } catch (IOException e) {
            String detail = e.getMessage() == null ? e.toString() : e.getMessage();
            TaskFailure failure = TaskFailure.of("run.files", Map.of("detail", detail));
            thread.post(() -> fail(work, kind, failure));
        }
    }

    private void succeed(Work work, Result result) {
        Consumer<TaskValues> then = work::succeed;
        journal.completed(
                work,
                new RunJournal.Success(
                        0, new TaskState.Succeeded(), result.outputs(), result.cacheKey()),
                then);
    }

    private void fail(Work work, TaskKind kind, TaskFailure failure) {
        journal.stands(work, kind, new TaskState.Failed(failure.explanation()), "");
        work.fail(failure.explanation().sentence());
    }

    /** Starts what was noted. Call after the commit. */
    void startNoted() {
        List<Runnable> noted = List.copyOf(toStart);
        toStart.clear();
        noted.forEach(Runnable::run);
    }
}
