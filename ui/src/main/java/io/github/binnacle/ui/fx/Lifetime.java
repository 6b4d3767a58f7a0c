package io.github.binnacle.ui.fx;

import io.github.binnacle.model.live.Subscription;
import java.util.ArrayDeque;
import java.util.Deque;
import javafx.animation.Animation;

/** Ends everything that was opened for a view, newest first, when the view closes. */
public final class Lifetime implements AutoCloseable {
    private final Deque<Subscription> open = new ArrayDeque<>();

    public void add(Subscription subscription) {
        open.push(subscription);
    }

    /** Plays an animation or timer until the end. */
    public void play(Animation animation) {
        animation.play();
        open.push(animation::stop);
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }
}
