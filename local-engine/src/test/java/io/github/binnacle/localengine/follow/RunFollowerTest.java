package io.github.binnacle.localengine.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.testkit.fake.FakeRunLedger;
import io.github.binnacle.testkit.fake.SampleRuns;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunFollowerTest {
    private final FakeRunLedger ledger = new FakeRunLedger();
    private final SwitchedSignal signal = new SwitchedSignal();
    private final RunFollower follower = new RunFollower(ledger, signal);

    @AfterEach
    void close() {
        follower.close();
    }

    @Test
    void handsOnTheCurrentStateFirstAndThenEveryChange() throws Exception {
        var run = ledger.createRun(SampleRuns.newRun(SampleRuns.id(1))).id();
        BlockingQueue<RunState> seen = new LinkedBlockingQueue<>();

        var following =
                follower.follow(run).subscribe(snapshot -> seen.add(snapshot.run().state()));
        var first = next(seen);
        ledger.setRunState(run, RunState.RUNNING, SampleRuns.START, "");
        signal.wake();

        assertThat(first).isEqualTo(RunState.PENDING);
        assertThat(next(seen)).isEqualTo(RunState.RUNNING);
        following.close();
    }

    @Test
    void seesTasksThatWereAddedOneByOne() throws Exception {
        var run = ledger.createRun(SampleRuns.newRun(SampleRuns.id(1))).id();
        BlockingQueue<RunSnapshot> seen = new LinkedBlockingQueue<>();
        var following = follower.follow(run).subscribe(seen::add);
        next(seen);

        ledger.startTask(run, SampleRuns.root(2));
        signal.wake();

        var last = next(seen);
        assertThat(last).isEqualTo(ledger.snapshot(run).orElseThrow());
        following.close();
    }

    @Test
    void looksByItselfWhereNothingSignals() throws Exception {
        signal.isWorking = false;
        var run = ledger.createRun(SampleRuns.newRun(SampleRuns.id(1))).id();
        BlockingQueue<RunState> seen = new LinkedBlockingQueue<>();
        var following =
                follower.follow(run).subscribe(snapshot -> seen.add(snapshot.run().state()));
        next(seen);

        ledger.setRunState(run, RunState.SUCCEEDED, SampleRuns.START, "");

        assertThat(next(seen)).isEqualTo(RunState.SUCCEEDED);
        following.close();
    }

    @Test
    void followsTheListOfRunsNewestFirst() throws Exception {
        BlockingQueue<Integer> seen = new LinkedBlockingQueue<>();
        var following = follower.runs().subscribe(runs -> seen.add(runs.size()));
        next(seen);

        ledger.createRun(SampleRuns.newRun(SampleRuns.id(1)));
        signal.wake();

        assertThat(next(seen)).isEqualTo(1);
        following.close();
    }

    @Test
    void currentReadsTheLedgerWhileNobodyFollows() {
        var run = ledger.createRun(SampleRuns.newRun(SampleRuns.id(1))).id();
        var live = follower.follow(run);
        ledger.setRunState(run, RunState.RUNNING, SampleRuns.START, "");

        var current = live.current();

        assertThat(current.run().state()).isEqualTo(RunState.RUNNING);
        assertThat(signal.arms).hasValue(0);
    }

    @Test
    void restsAfterTheLastSubscriptionIsClosed() throws Exception {
        var run = ledger.createRun(SampleRuns.newRun(SampleRuns.id(1))).id();
        var first = follower.follow(run).subscribe(_ -> {});
        var second = follower.runs().subscribe(_ -> {});

        first.close();
        second.close();
        second.close();

        assertThat(signal.disarmed.poll(30, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void worksAgainAfterARest() throws Exception {
        var run = ledger.createRun(SampleRuns.newRun(SampleRuns.id(1))).id();
        follower.follow(run).subscribe(_ -> {}).close();
        signal.disarmed.poll(30, TimeUnit.SECONDS);
        BlockingQueue<RunState> seen = new LinkedBlockingQueue<>();

        var following =
                follower.follow(run).subscribe(snapshot -> seen.add(snapshot.run().state()));
        next(seen);
        ledger.setRunState(run, RunState.FAILED, SampleRuns.START, "It failed.");
        signal.wake();

        assertThat(next(seen)).isEqualTo(RunState.FAILED);
        following.close();
    }

    @Test
    void anUnknownRunCannotBeFollowed() {
        var live = follower.follow(SampleRuns.id(9));

        assertThatThrownBy(live::current).isInstanceOf(NoSuchElementException.class);
    }

    private static <T> T next(BlockingQueue<T> seen) throws InterruptedException {
        var value = seen.poll(30, TimeUnit.SECONDS);
        assertThat(value).isNotNull();
        return value;
    }

    /** Wakes the follower when told to, if it works. */
    private static final class SwitchedSignal implements ChangeSignal {
        private final AtomicInteger arms = new AtomicInteger();
        private final BlockingQueue<Boolean> disarmed = new LinkedBlockingQueue<>();
        private volatile boolean isWorking = true;
        private volatile Runnable wake = () -> {};

        @Override
        public boolean arm(Runnable wake) {
            arms.incrementAndGet();
            this.wake = wake;
            return isWorking;
        }

        @Override
        public void disarm() {
            disarmed.add(true);
        }

        void wake() {
            wake.run();
        }
    }
}
