package io.github.binnacle.model.live;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Holds a value that its owner publishes. Safe for use from any thread. */
public final class LiveValue<T> implements Live<T> {
    private final List<Consumer<? super T>> subscribers = new CopyOnWriteArrayList<>();
    private final ReentrantLock delivering = new ReentrantLock(true);
    private volatile T value;

    public LiveValue(T initial) {
        value = initial;
    }

    @Override
    public T current() {
        return value;
    }

    @Override
    public Subscription subscribe(Consumer<? super T> subscriber) {
        delivering.lock();
        try {
            subscribers.add(subscriber);
            subscriber.accept(value);
        } finally {
            delivering.unlock();
        }
        return () -> subscribers.remove(subscriber);
    }

    /**
     * Sets the value and hands it to every subscriber; a value equal to the current one is dropped.
     */
    public void publish(T next) {
        delivering.lock();
        try {
            if (next.equals(value)) {
                return;
            }
            value = next;
            subscribers.forEach(subscriber -> subscriber.accept(next));
        } finally {
            delivering.unlock();
        }
    }
}
