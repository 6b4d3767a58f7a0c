package io.github.binnacle.localengine.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binnacle.localengine.environment.Environments.EnvironmentException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SharedMakingTest {
    private static final EnvironmentSpec SPEC =
            new EnvironmentSpec("", List.of("barometer"), List.of());
    private static final PythonEnvironment MADE =
            new PythonEnvironment("key", Path.of("python"), "");

    private final AtomicInteger makings = new AtomicInteger();
    private final CountDownLatch going = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private final SharedMaking making =
            new SharedMaking((specification, progress) -> {
                makings.incrementAndGet();
                going.countDown();
                try {
                    mayEnd.await();
                } catch (InterruptedException e) {
                    interrupted.countDown();
                    throw e;
                }
                progress.accept("done");
                return MADE;
            });

    @Test
    void goesOnWhenTheFirstOfTwoCallersIsInterrupted() throws Exception {
        var second = caller();
        var firstThread = Thread.ofVirtual().start(caller());
        going.await();
        awaitWaiting(Thread.ofVirtual().start(second));

        firstThread.interrupt();
        firstThread.join();
        mayEnd.countDown();

        assertThat(second.get()).isEqualTo(MADE);
        assertThat(makings).hasValue(1);
    }

    @Test
    void endsWhenTheLastCallerIsInterrupted() throws Exception {
        var thread = Thread.ofVirtual().start(caller());
        going.await();

        thread.interrupt();

        interrupted.await();
    }

    @Test
    void tellsTheFailureToTheCaller() {
        var failing =
                new SharedMaking((specification, progress) -> {
                    throw new EnvironmentException("No Python.");
                });

        assertThatThrownBy(() -> failing.require(SPEC, sentence -> {}))
                .isInstanceOf(EnvironmentException.class)
                .hasMessage("No Python.");
    }

    private FutureTask<PythonEnvironment> caller() {
        return new FutureTask<>(() -> making.require(SPEC, sentence -> {}));
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }
}
