package io.github.binnacle.localengine.host;

import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunState;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Knows whether a host has anything to do, and when it should end. */
final class HostActivity {
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<RunId> goingOn = new HashSet<>();
    private int requests;
    private long idleSince = System.nanoTime();
    private boolean isEnding;

    void runIs(RunId run, RunState state) {
        lock.lock();
        try {
            boolean isChanged = state.isFinished() ? goingOn.remove(run) : goingOn.add(run);
            if (isChanged) {
                touch();
            }
        } finally {
            lock.unlock();
        }
    }

    /** A request begins; false if the host takes none any more. */
    boolean beginRequest() {
        lock.lock();
        try {
            if (isEnding) {
                return false;
            }
            requests++;
            touch();
            return true;
        } finally {
            lock.unlock();
        }
    }

    void endRequest() {
        lock.lock();
        try {
            requests--;
            touch();
        } finally {
            lock.unlock();
        }
    }

    /** A client came; it will ask something soon. */
    void clientCame() {
        lock.lock();
        try {
            touch();
        } finally {
            lock.unlock();
        }
    }

    int runsGoingOn() {
        lock.lock();
        try {
            return goingOn.size();
        } finally {
            lock.unlock();
        }
    }

    /** Makes the host end, whatever goes on. */
    void end() {
        lock.lock();
        try {
            isEnding = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Makes the host end if nothing goes on; the request that asks does not count, and others are
     * given a moment to be answered.
     *
     * @return false if something goes on
     */
    boolean endIfIdle() throws InterruptedException {
        lock.lock();
        try {
            awaitAnswers(1);
            if (!goingOn.isEmpty() || requests > 1) {
                return false;
            }
            end();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void awaitAnswers(int least) throws InterruptedException {
        long left = LAST_ANSWERS.toNanos();
        while (requests > least && left > 0) {
            left = changed.awaitNanos(left);
        }
    }

    /**
     * Waits until the host should end: it was told to, or nothing went on for the limit. Requests
     * under way are given a moment to be answered.
     */
    void awaitEnd(Duration idleLimit) throws InterruptedException {
        lock.lock();
        try {
            touch();
            while (!isEnding) {
                awaitChange(idleLimit.toNanos());
            }
            awaitAnswers(0);
        } finally {
            lock.unlock();
        }
    }

    private void awaitChange(long idleLimit) throws InterruptedException {
        long idle = System.nanoTime() - idleSince;
        if (!goingOn.isEmpty() || requests > 0) {
            changed.await();
        } else if (idle < idleLimit) {
            var _ = changed.awaitNanos(idleLimit - idle);
        } else {
            isEnding = true;
        }
    }

    private void touch() {
        idleSince = System.nanoTime();
        changed.signalAll();
    }
}
