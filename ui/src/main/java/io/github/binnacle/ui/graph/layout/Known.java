package io.github.binnacle.ui.graph.layout;

import java.util.Map;

/** Looks up what must be there. */
final class Known {
    private Known() {}

    static <K, V> V in(Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("Nothing is known of " + key);
        }
        return value;
    }
}
