package io.github.binnacle.localengine.run;

import io.github.binnacle.localengine.follow.ChangeSignal;
import org.jspecify.annotations.Nullable;

/** Wakes followers when a run of this engine has committed something. */
final class CommitSignal implements ChangeSignal {
    private volatile @Nullable Runnable wake;

    @Override
    public boolean arm(Runnable follower) {
        wake = follower;
        return true;
    }

    @Override
    public void disarm() {
        wake = null;
    }

    void committed() {
        Runnable follower = wake;
        if (follower != null) {
            follower.run();
        }
    }
}
