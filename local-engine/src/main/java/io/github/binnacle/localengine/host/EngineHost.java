package io.github.binnacle.localengine.host;

import io.github.binnacle.localengine.host.EngineComposition.RunningEngine;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunLedger;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process that runs pipelines: one per home folder, elected by a file lock.
 *
 * <p>It ends when nothing went on for a while, when asked, and on SIGTERM; what then runs is
 * recorded as interrupted and can be resumed.
 */
public final class EngineHost {
    private static final Logger LOG = LoggerFactory.getLogger(EngineHost.class);
    private static final Duration LOCK_LIMIT = Duration.ofSeconds(20);
    private static final Duration END_LIMIT = Duration.ofSeconds(20);
    private static final long USUAL_IDLE_SECONDS = 600;

    private final EngineFolders folders;
    private final String build;
    private final Duration idleLimit;
    private final EngineComposition composition;
    private final InstantSource clock;
    private final HostActivity activity = new HostActivity();
    private final CountDownLatch ended = new CountDownLatch(1);

    /**
     * @param build names the program: the same name, the same code
     * @param idleLimit how long to stay with nothing to do
     */
    public EngineHost(
            EngineFolders folders,
            String build,
            Duration idleLimit,
            EngineComposition composition,
            InstantSource clock) {
        this.folders = folders;
        this.build = build;
        this.idleLimit = idleLimit;
        this.composition = composition;
        this.clock = clock;
    }

    /** Reads {@code BINNACLE_ENGINE_IDLE_SECONDS}; ten minutes if it is not a number. */
    public static Duration idleLimit(Map<String, String> environment) {
        String seconds = environment.getOrDefault("BINNACLE_ENGINE_IDLE_SECONDS", "");
        return Duration.ofSeconds(
                seconds.matches("\\d{1,9}") ? Long.parseLong(seconds) : USUAL_IDLE_SECONDS);
    }

    /**
     * Serves until the end.
     *
     * @return false if another host serves this home already
     */
    public boolean run() throws IOException, InterruptedException {
        Optional<HostLock> lock = elected();
        if (lock.isEmpty()) {
            return false;
        }
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform().name("engine-signal").unstarted(this::endOnSignal));
        try (HostLock _ = lock.get()) {
            serve();
        } finally {
            ended.countDown();
        }
        return true;
    }

    /** A host that is just ending still holds the lock; it is waited for, a living one is not. */
    private Optional<HostLock> elected() throws IOException, InterruptedException {
        long end = System.nanoTime() + LOCK_LIMIT.toNanos();
        Optional<HostLock> lock = HostLock.tryTake(folders.home());
        while (lock.isEmpty() && System.nanoTime() < end && !isAnotherListening()) {
            Thread.sleep(50);
            lock = HostLock.tryTake(folders.home());
        }
        return lock;
    }

    private boolean isAnotherListening() {
        try (var _ = new EngineSocket(folders.home()).connect()) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void serve() throws IOException, InterruptedException {
        LOG.info("The engine starts, build {}, process {}", build, ProcessHandle.current().pid());
        try (composition) {
            RunLedger ledger = composition.openLedger();
            takeOver(ledger);
            AtomicReference<@Nullable EngineServer> listening = new AtomicReference<>();
            ObservedLedger observed =
                    new ObservedLedger(ledger, activity, () -> tell(listening.get()));
            try (RunningEngine engine = composition.start(observed);
                    EngineServer server = listen(engine)) {
                listening.set(server);
                activity.awaitEnd(idleLimit);
                server.close();
                observed.interruptRunning(clock.instant());
                observed.seal();
            }
        }
        LOG.info("The engine has ended");
    }

    private void takeOver(RunLedger ledger) {
        List<RunId> interrupted = ledger.interruptRunning(clock.instant());
        if (!interrupted.isEmpty()) {
            LOG.warn("An earlier engine died; interrupted runs: {}", interrupted);
            LeftProcesses.end(interrupted.stream().flatMap(run -> ledger.snapshot(run).stream()));
        }
    }

    private EngineServer listen(RunningEngine engine) throws IOException {
        HostRequests requests = new HostRequests(engine.engine(), activity, build);
        return EngineServer.open(new EngineSocket(folders.home()), build, requests);
    }

    private static void tell(@Nullable EngineServer server) {
        if (server != null) {
            server.ledgerChanged();
        }
    }

    private void endOnSignal() {
        activity.end();
        try {
            var _ = ended.await(END_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
