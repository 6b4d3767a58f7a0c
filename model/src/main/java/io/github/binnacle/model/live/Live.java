package io.github.binnacle.model.live;

import java.util.function.Consumer;

/**
 * Offers a current immutable value and its changes.
 *
 * <p>A subscriber is given the current value first, then every later one that is still the newest
 * when its turn comes, in order, never two at a time, on the publisher's thread. It hands on and
 * returns.
 */
public interface Live<T> {
    T current();

    Subscription subscribe(Consumer<? super T> subscriber);
}
