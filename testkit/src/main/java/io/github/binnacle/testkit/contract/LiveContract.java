package io.github.binnacle.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.live.Live;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Live} keeps to. */
public abstract class LiveContract {
    private static final int MANY = 200;

    private Live<String> live;

    /** Makes a value that is {@code initial}. */
    protected abstract Live<String> open(String initial) throws Exception;

    /** Lets the owner publish the next value; may return before subscribers have it. */
    protected abstract void publish(String next);

    @BeforeEach
    void openLive() throws Exception {
        live = open("first");
    }

    @Test
    void givesASubscriberTheCurrentValueFirst() throws InterruptedException {
        var received = new Received(1);

        try (var _ = live.subscribe(received::add)) {
            received.await();
        }

        assertThat(received.values()).startsWith("first");
        assertThat(live.current()).isEqualTo("first");
    }

    @Test
    void givesLaterValuesInOrderAndTheNewestAlways() throws InterruptedException {
        var received = new Received(String.valueOf(MANY));

        try (var _ = live.subscribe(received::add)) {
            for (int i = 1; i <= MANY; i++) {
                publish(String.valueOf(i));
            }
            received.await();
        }

        var numbers = received.values().stream().skip(1).map(Integer::valueOf).toList();
        assertThat(numbers).isSorted().doesNotHaveDuplicates().endsWith(MANY);
    }

    @Test
    void neverCallsASubscriberTwiceAtOnce() throws InterruptedException {
        var inside = new AtomicInteger();
        var overlapped = new AtomicBoolean();
        var received = new Received(String.valueOf(MANY));

        try (var _ =
                live.subscribe(value -> {
                    overlapped.compareAndSet(false, inside.incrementAndGet() > 1);
                    received.add(value);
                    inside.decrementAndGet();
                })) {
            for (int i = 1; i <= MANY; i++) {
                publish(String.valueOf(i));
            }
            received.await();
        }

        assertThat(overlapped).isFalse();
    }

    @Test
    void givesNothingToASubscriberThatHasClosed() throws InterruptedException {
        var closed = new Received(1);
        var open = new Received("second");
        live.subscribe(closed::add).close();
        int before = closed.values().size();

        try (var _ = live.subscribe(open::add)) {
            publish("second");
            open.await();
        }

        assertThat(closed.values()).hasSize(before).doesNotContain("second");
    }

    @Test
    void isClosedTwiceWithoutHarm() {
        var subscription = live.subscribe(value -> {});

        subscription.close();
        subscription.close();

        assertThat(live.current()).isEqualTo("first");
    }

    /** What a subscriber was given, waiting for a number of values or for a certain one. */
    private static final class Received {
        private final List<String> values = Collections.synchronizedList(new ArrayList<>());
        private final CountDownLatch enough;
        private final String awaited;

        Received(int count) {
            enough = new CountDownLatch(count);
            awaited = "";
        }

        Received(String awaited) {
            enough = new CountDownLatch(1);
            this.awaited = awaited;
        }

        void add(String value) {
            values.add(value);
            if (awaited.isEmpty() || awaited.equals(value)) {
                enough.countDown();
            }
        }

        void await() throws InterruptedException {
            assertThat(enough.await(10, TimeUnit.SECONDS)).as("values came").isTrue();
        }

        List<String> values() {
            return List.copyOf(values);
        }
    }
}
