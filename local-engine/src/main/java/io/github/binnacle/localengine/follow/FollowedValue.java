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
    private final Supplier<T> reading;
    private final Runnable followersChanged;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicBoolean isNew = new AtomicBoolean();
    private volatile @Nullable LiveValue<T> value;
    private int followers;

    FollowedValue(Supplier<T> reading, Runnable followersChanged) {
        this.reading = reading;
        this.followersChanged = followersChanged;
    }

    @Override
    public T current() {
        LiveValue<T> followed = value;
        return followed == null ? reading.get() : followed.current();
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
            LiveValue<T> followed = value;
            if (followed == null) {
                followed = new LiveValue<>(reading.get());
                value = followed;
            }
            followers++;
            return followed;
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            followers--;
            if (followers == 0) {
                value = null;
            }
        } finally {
            lock.unlock();
        }
        followersChanged.run();
    }

    boolean isFollowed() {
        return value != null;
    }

    /**
     * Says, once after each subscription, that the value must be read again: it may have changed
     * between its reading and the subscription.
     */
    boolean takeNew() {
        return isNew.getAndSet(false);
    }

    void publish(T next) {
        LiveValue<T> followed = value;
        if (followed != null) {
            followed.publish(next);
        }
    }
}
