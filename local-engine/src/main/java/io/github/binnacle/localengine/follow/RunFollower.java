package io.github.binnacle.localengine.follow;

import io.github.binnacle.model.live.Live;
import io.github.binnacle.model.run.Run;
import io.github.binnacle.model.run.RunHistory;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunSnapshot;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows runs, and the list of runs, through the events of the ledger.
 *
 * <p>One thread serves all followers, only while there are any. It is woken by a signal where there
 * is one, and looks four times a second where there is none. Changes that come faster than they can
 * be read are taken together.
 */
public final class RunFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunFollower.class);
    private static final Duration WITHOUT_SIGNAL = Duration.ofMillis(250);
    private static final Duration WITH_SIGNAL = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);
    private static final int MOST_RUNS = 1_000;

    private final RunHistory history;
    private final ChangeSignal signal;
    private final Map<RunId, FollowedValue<RunSnapshot>> snapshots = new ConcurrentHashMap<>();
    private final FollowedValue<List<Run>> runs;
    private final Semaphore wakes = new Semaphore(0);
    private final ReentrantLock starting = new ReentrantLock();
    private @Nullable Thread thread;

    public RunFollower(RunHistory history, ChangeSignal signal) {
        this.history = history;
        this.signal = signal;
        runs = new FollowedValue<>(() -> new RunsReading(history), this::followersChanged);
    }

    private record RunsReading(RunHistory history) implements FollowedValue.Reading<List<Run>> {
        @Override
        public List<Run> first() {
            return history.runs(MOST_RUNS);
        }

        @Override
        public List<Run> next(List<Run> before) {
            return first();
        }
    }

    /**
     * Follows one run.
     *
     * @throws NoSuchElementException if there is no such run, from the value's methods
     */
    public Live<RunSnapshot> follow(RunId run) {
        return snapshots.computeIfAbsent(
                run,
                id ->
                        new FollowedValue<>(
                                () -> new SnapshotReading(history, id), this::followersChanged));
    }

    /** Follows the list of runs, newest first. */
    public Live<List<Run>> runs() {
        return runs;
    }

    /** Starts the thread with the first follower; it ends by itself after the last. */
    private void followersChanged() {
        starting.lock();
        try {
            if (isFollowed() && (thread == null || !thread.isAlive())) {
                thread = Thread.ofVirtual().name("run-follower").start(this::loop);
            }
        } finally {
            starting.unlock();
        }
        wakes.release();
    }

    private boolean isFollowed() {
        return runs.isFollowed() || snapshots.values().stream().anyMatch(FollowedValue::isFollowed);
    }

    private void loop() {
        try {
            long seen = -1;
            boolean wasSignalled = false;
            while (goesOn()) {
                boolean isSignalled = signal.arm(wakes::release);
                if (isSignalled == wasSignalled) {
                    await(isSignalled ? WITH_SIGNAL : WITHOUT_SIGNAL);
                }
                wasSignalled = isSignalled;
                seen = lookAndRest(seen);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Decides under the lock, so that a new follower either finds this thread or starts one. */
    private boolean goesOn() {
        starting.lock();
        try {
            if (!isFollowed() || Thread.currentThread().isInterrupted()) {
                thread = null;
                signal.disarm();
                return false;
            }
            return true;
        } finally {
            starting.unlock();
        }
    }

    private void await(Duration longest) throws InterruptedException {
        if (wakes.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            wakes.drainPermits();
        }
    }

    private long lookAndRest(long seen) throws InterruptedException {
        long began = System.nanoTime();
        try {
            long now = look(seen);
            Duration pause = Duration.ofNanos(now == seen ? 0 : 2 * (System.nanoTime() - began));
            Thread.sleep(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
            return now;
        } catch (RuntimeException e) {
            LOG.warn("The ledger could not be read; trying again", e);
            Thread.sleep(WITHOUT_SIGNAL);
            return seen;
        }
    }

    private long look(long seen) {
        long last = history.lastEvent();
        Set<RunId> changed =
                last == seen ? Set.of() : new HashSet<>(history.changedSince(Math.max(seen, 0)));
        for (Map.Entry<RunId, FollowedValue<RunSnapshot>> entry : snapshots.entrySet()) {
            FollowedValue<RunSnapshot> value = entry.getValue();
            if (value.isFollowed() && (value.takeNew() || changed.contains(entry.getKey()))) {
                value.refresh();
            }
        }
        if (runs.isFollowed() && (runs.takeNew() || !changed.isEmpty())) {
            runs.refresh();
        }
        return last;
    }

    /** Ends all following; values keep what they have. */
    @Override
    public void close() {
        starting.lock();
        try {
            if (thread != null) {
                thread.interrupt();
            }
        } finally {
            starting.unlock();
        }
    }
}
