package io.github.binnacle.localengine.supervisor;

import io.github.binnacle.localengine.supervisor.TaskProcesses.ProcessRefused;
import io.github.binnacle.localengine.supervisor.TaskProcesses.RunningProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** One process from its order to its end, as the supervisor's events tell. */
final class SupervisedAttempt implements RunningProcess {
    private static final ProcessEnd LOST =
            new ProcessEnd(ProcessEnd.Reason.LOST, null, null, Duration.ZERO, Duration.ZERO, 0);

    private final Supervisor supervisor;
    private final String id;
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile String identity = "";
    private volatile @Nullable String refusal;
    private volatile @Nullable IOException failure;
    private volatile ProcessEnd end = LOST;

    SupervisedAttempt(Supervisor supervisor, String id) {
        this.supervisor = supervisor;
        this.id = id;
    }

    String id() {
        return id;
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public ProcessEnd await() throws InterruptedException {
        over.await();
        return end;
    }

    @Override
    public void cancel(Duration grace) {
        if (over.getCount() > 0) {
            supervisor.send(SupervisorProtocol.cancel(id, grace));
        }
    }

    /** Waits until the process runs or it is known why it does not. */
    void awaitStart() throws IOException, ProcessRefused, InterruptedException {
        begun.await();
        IOException gone = failure;
        if (gone != null) {
            throw gone;
        }
        String sentence = refusal;
        if (sentence != null) {
            throw new ProcessRefused(sentence);
        }
    }

    void started(String identity) {
        this.identity = identity;
        begun.countDown();
    }

    void refused(String sentence) {
        refusal = sentence;
        begun.countDown();
        over.countDown();
    }

    void ended(ProcessEnd how) {
        end = how;
        over.countDown();
        begun.countDown();
    }

    /** Takes note that the supervisor is gone, and everything it had started with it. */
    void lost(IOException why) {
        if (begun.getCount() > 0) {
            failure = why;
        }
        over.countDown();
        begun.countDown();
    }
}
