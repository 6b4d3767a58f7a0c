package io.github.binnacle.ui.fx;

import io.github.binnacle.model.live.Live;
import io.github.binnacle.model.live.Subscription;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands values to a receiver on another thread, keeping at most one waiting: a newer value replaces
 * one not yet taken.
 */
public final class Delivery<T> {
    private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();
    private final Executor thread;
    private final Consumer<? super T> receiver;
    private volatile boolean isClosed;

    private Delivery(Executor thread, Consumer<? super T> receiver) {
        this.thread = thread;
        this.receiver = receiver;
    }

    /**
     * Follows a live value on the given thread. Once closed, nothing more arrives if it is closed
     * on that thread.
     */
    public static <T> Subscription follow(
            Live<T> live, Executor thread, Consumer<? super T> receiver) {
        Delivery<T> delivery = new Delivery<>(thread, receiver);
        Subscription subscription = live.subscribe(delivery::offer);
        return () -> {
            delivery.isClosed = true;
            subscription.close();
        };
    }

    private void offer(T value) {
        if (waiting.getAndSet(value) == null) {
            thread.execute(this::deliver);
        }
    }

    private void deliver() {
        T value = waiting.getAndSet(null);
        if (value != null && !isClosed) {
            receiver.accept(value);
        }
    }
}
