package io.github.binnacle.localengine.run;

import io.github.binnacle.localengine.plan.ExecutionPlan;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.CustomJobSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ImporterSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.PipelineContainerSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ResolverSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.UnknownExecutorSpec;
import io.github.binnacle.model.run.RunLedger;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out one run: one thread decides and records, others wait for processes and hand it what
 * they find out.
 *
 * <p>What happened in one turn is committed together, and only then takes effect.
 */
final class RunConductor implements RunThread {
    private static final Logger LOG = LoggerFactory.getLogger(RunConductor.class);
    private static final long PATIENCE_MILLIS = 200;

    private final RunFacts facts;
    private final RunBlueprint blueprint;
    private final EarlierTasks earlier;
    private final RunLedger ledger;
    private final RunClock clock;
    private final RunJournal journal;
    private final TaskFlow flow;
    private final ExecutorTasks tasks;
    private final Executions executions;
    private final BriefTasks brief;
    private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
    private final Queue<Thread> helpers = new ConcurrentLinkedQueue<>();
    private volatile boolean isHalted;
    private boolean isCanceling;
    private boolean isOver;

    /**
     * @param changed told after each commit
     */
    RunConductor(
            RunFacts facts,
            RunBlueprint blueprint,
            EarlierTasks earlier,
            RunEquipment equipment,
            HostMounts mounts,
            Runnable changed) {
        this.facts = facts;
        this.blueprint = blueprint;
        this.earlier = earlier;
        this.ledger = equipment.stores().ledger();
        this.clock = equipment.clock();
        journal = new RunJournal(ledger, facts.id(), clock, changed);
        InputResolver resolver = new InputResolver(facts);
        flow = new TaskFlow(blueprint, earlier, journal, resolver, this::startExecutor);
        tasks = new ExecutorTasks(facts, blueprint, resolver, equipment.means().capacity());
        executions = executions(equipment, mounts);
        brief = new BriefTasks(facts, equipment.stores(), equipment.folders(), journal, this);
    }

    private Executions executions(RunEquipment equipment, HostMounts mounts) {
        RunMeans means = equipment.means();
        RunStores stores = equipment.stores();
        AttemptRun.AttemptMeans attempts =
                new AttemptRun.AttemptMeans(
                        means.processes(),
                        stores.blobs(),
                        new Orders(facts, means.environment()),
                        new PodEnvironment(stores.secrets(), equipment.folders(), facts),
                        mounts);
        return new Executions(
                new Executions.Equipment(
                        facts,
                        tasks,
                        new CacheLookup(stores.ledger(), stores.blobs()),
                        means.capacity(),
                        attempts,
                        clock),
                journal,
                this,
                new EnvironmentShelf(means.environments(), this),
                flow::cancelEnded);
    }

    /** Carries out a run that is RUNNING; returns when it has ended, or this engine ends. */
    void run() {
        try {
            begin();
            while (!isOver && !isHalted) {
                turn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("Run {} cannot go on", facts.id(), e);
            abandon(e);
        } finally {
            helpers.forEach(Thread::interrupt);
        }
    }

    private void begin() {
        Work root =
                new Work(
                        TaskPath.ROOT,
                        new Work.Origin(null, null, blueprint.document().spec().root(), -1),
                        this::ended);
        root.take(new TaskValues(facts.parameters(), Map.of()));
        flow.add(root);
        proceed();
    }

    private void turn() throws InterruptedException {
        Runnable first = events.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null) {
            journal.commit();
            return;
        }
        List<Runnable> batch = new ArrayList<>(List.of(first));
        events.drainTo(batch);
        batch.forEach(Runnable::run);
        proceed();
    }

    /** Goes on until there is nothing to do but to wait. */
    private void proceed() {
        boolean isMoving = true;
        while (isMoving) {
            flow.proceed();
            while (executions.lookUp()) {
                flow.proceed();
                commitIf(journal.isLong());
            }
            executions.lease();
            isMoving = journal.isUrgent();
            commitIf(isMoving);
            executions.startNoted();
            brief.startNoted();
        }
    }

    private void commitIf(boolean isTime) {
        if (isTime) {
            journal.commit();
        }
    }

    private void startExecutor(Work work) {
        try {
            String label = work.component().executorLabel().orElse("");
            switch (blueprint.document().spec().deploymentSpec().executors().get(label)) {
                case PipelineContainerSpec container -> startContainer(work, label, container);
                case ImporterSpec importer -> brief.importArtifact(work, importer);
                case ResolverSpec _, CustomJobSpec _, UnknownExecutorSpec _ ->
                        throw TaskFailure.of("run.no-plan", Map.of("label", label));
                case null -> throw TaskFailure.of("run.no-plan", Map.of("label", label));
            }
        } catch (TaskFailure e) {
            flow.fail(work, e);
        }
    }

    private void startContainer(Work work, String label, PipelineContainerSpec container)
            throws TaskFailure {
        ExecutionPlan plan = blueprint.plans().get(label);
        if (plan instanceof ExecutionPlan.CreatePvc || plan instanceof ExecutionPlan.DeletePvc) {
            brief.volume(work, plan);
        } else {
            executions.start(
                    new Execution(
                            tasks.of(work, label, container), earlier.lastAttempt(work.path())));
        }
    }

    private void ended(Work root) {
        journal.commit();
        RunState state =
                switch (root.ending()) {
                    case SUCCEEDED -> RunState.SUCCEEDED;
                    case CANCELED -> RunState.CANCELED;
                    case FAILED, NOT_TRIGGERED, UPSTREAM_FAILED ->
                            isCanceling ? RunState.CANCELED : RunState.FAILED;
                    case null -> RunState.FAILED;
                };
        ledger.finishRun(facts.id(), state, root.outputs(), clock.now(), root.failure());
        isOver = true;
    }

    /** The record cannot be kept; nothing may go on unrecorded. */
    private void abandon(RuntimeException cause) {
        executions.cancel();
        try {
            ledger.setRunState(
                    facts.id(),
                    RunState.INTERRUPTED,
                    clock.now(),
                    String.valueOf(cause.getMessage()));
        } catch (RuntimeException e) {
            LOG.error(
                    "Run {} stays recorded as running until the engine starts again",
                    facts.id(),
                    e);
        }
    }

    @Override
    public void post(Runnable event) {
        events.add(event);
    }

    @Override
    public Thread elsewhere(String name, Runnable work) {
        Thread helper =
                Thread.ofVirtual()
                        .name(name + " of run " + facts.id())
                        .unstarted(() -> {
                            try {
                                work.run();
                            } finally {
                                helpers.remove(Thread.currentThread());
                            }
                        });
        helpers.add(helper);
        helper.start();
        return helper;
    }

    /** Asks everything that runs to stop; nothing new begins. Safe for use from any thread. */
    void cancel() {
        post(() -> {
            isCanceling = true;
            ledger.setRunState(facts.id(), RunState.CANCELING, clock.now(), "");
            flow.cancel();
            executions.cancel();
        });
    }

    /** Stops without recording anything, as if the engine died. Safe for use from any thread. */
    void halt() {
        isHalted = true;
        post(() -> {});
    }
}
