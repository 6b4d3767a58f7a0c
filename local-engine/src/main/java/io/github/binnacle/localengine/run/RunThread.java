package io.github.binnacle.localengine.run;

/** Brings what other threads find out to the run's own thread. */
interface RunThread {
    /** Has something done on the run's own thread, soon. */
    void post(Runnable event);

    /** Does something on a thread of its own. */
    Thread elsewhere(String name, Runnable work);
}
