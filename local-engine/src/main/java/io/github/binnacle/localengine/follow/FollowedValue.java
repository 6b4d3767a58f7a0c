package io.github.binnacle.localengine.follow;

import io.github.binnacle.model.live.Live;
import io.github.binnacle.model.live.LiveValue;
import io.github.binnacle.model.live.Subscription;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is read on demand, and kept up to date while somebody subscribes. */
final class FollowedValue<T> implements Live<T> {
    private final Supplier<Reading<T>> readings;
    private final Runnable followersChanged;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicBoolean isNew = new AtomicBoolean();
    private volatile @Nullable Followed<T> followed;
    private int followers;

    FollowedValue(Supplier<Reading<T>> readings, Runnable followersChanged) {
        this.readings = readings;
        this.followersChanged = followersChanged;
    }

    /** Reads the value once, and then again and again. Used by one thread at a time. */
    interface Reading<T> {
        T first();

        T next(T before);
    }

    private record Followed<T>(Reading<T> reading, LiveValue<T> value) {}

    @Override
    public T current() {
        Followed<T> now = followed;
        return now == null ? readings.get().first() : now.value().current();
    }

    @Override
    public Subscription subscribe(Consumer<? super T> subscriber) {
        Subscription inner = begin().subscribe(subscriber);
        isNew.set(true);
        followersChanged.run();
        AtomicBoolean isOpen = new AtomicBoolean(true);
        return () -> {
            if (isOpen.getAndSet(false)) {
                inner.close();
                end();
            }
        };
    }

    private LiveValue<T> begin() {
        lock.lock();
        try {
            Followed<T> now = followed;
            if (now == null) {
                Reading<T> reading = readings.get();
                now = new Followed<>(reading, new LiveValue<>(reading.first()));
                followed = now;
            }
            followers++;
            return now.value();
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            followers--;
            if (followers == 0) {
                followed = null;
            }
        } finally {
            lock.unlock();
        }
        followersChanged.run();
    }

    boolean isFollowed() {
        return followed != null;
    }

    /**
     * Says, once after each subscription, that the value must be read again: it may have changed
     * between its reading and the subscription.
     */
    boolean takeNew() {
        return isNew.getAndSet(false);
    }

    /** Reads the value again, and hands it to the subscribers. */
    void refresh() {
        Followed<T> now = followed;
        if (now != null) {
            now.value().publish(now.reading().next(now.value().current()));
        }
    }
}
