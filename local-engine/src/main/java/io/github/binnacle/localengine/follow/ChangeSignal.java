package io.github.binnacle.localengine.follow;

/** Tells a follower that the ledger may have changed. */
public interface ChangeSignal {
    /**
     * Sees to it that {@code wake} is called soon after every change, if that is possible now.
     * Called again and again while anybody follows.
     *
     * @return false if the follower must look by itself
     */
    boolean arm(Runnable wake);

    /** Nobody follows any more. */
    void disarm();
}
