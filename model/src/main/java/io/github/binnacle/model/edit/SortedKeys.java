package io.github.binnacle.model.edit;

import io.github.binnacle.model.document.DocumentNode.Entry;
import java.util.List;

/** Finds where a new key belongs among sorted ones, as the KFP SDK writes them. */
final class SortedKeys {
    private SortedKeys() {}

    /** Returns the index of the entry to stand before; -1 to stand at the end. */
    static int before(List<Entry> entries, String key) {
        for (int i = 1; i < entries.size(); i++) {
            if (key(entries, i - 1).compareTo(key(entries, i)) > 0) {
                return -1;
            }
        }
        for (int i = 0; entries.size() > 1 && i < entries.size(); i++) {
            if (key(entries, i).compareTo(key) > 0) {
                return i;
            }
        }
        return -1;
    }

    private static String key(List<Entry> entries, int index) {
        return entries.get(index).key().text();
    }
}
