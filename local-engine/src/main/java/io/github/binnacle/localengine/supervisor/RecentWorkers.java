package io.github.binnacle.localengine.supervisor;

import java.util.LinkedHashSet;
import java.util.Optional;

/** Remembers which workers were used last, as each holds some tens of megabytes. */
final class RecentWorkers {
    private static final int KEPT = 8;

    private final LinkedHashSet<String> keys = new LinkedHashSet<>();

    /** Takes note of a use; returns the worker that is to end, if there are too many now. */
    synchronized Optional<String> use(String key) {
        keys.addLast(key);
        return keys.size() > KEPT ? Optional.of(keys.removeFirst()) : Optional.empty();
    }
}
