package io.github.binnacle.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.live.LiveValue;
import io.github.binnacle.model.live.Subscription;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private final Deque<Runnable> thread = new ArrayDeque<>();
    private final List<Integer> received = new ArrayList<>();
    private final LiveValue<Integer> live = new LiveValue<>(1);

    private void runThread() {
        while (!thread.isEmpty()) {
            thread.remove().run();
        }
    }

    @Test
    void handsOverOnlyTheNewestOfWhatIsWaiting() {
        Delivery.follow(live, thread::add, received::add);
        live.publish(2);
        live.publish(3);

        int tasks = thread.size();
        runThread();

        assertThat(tasks).isEqualTo(1);
        assertThat(received).containsExactly(3);
    }

    @Test
    void handsOverAgainWhatComesLater() {
        Delivery.follow(live, thread::add, received::add);
        runThread();

        live.publish(2);
        runThread();

        assertThat(received).containsExactly(1, 2);
    }

    @Test
    void handsOverNothingOnceClosed() {
        Subscription subscription = Delivery.follow(live, thread::add, received::add);
        subscription.close();

        live.publish(2);
        runThread();

        assertThat(received).isEmpty();
    }
}
