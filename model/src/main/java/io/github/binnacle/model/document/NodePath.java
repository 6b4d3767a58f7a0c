package io.github.binnacle.model.document;

import java.util.ArrayList;
import java.util.List;

/**
 * Leads to a node of a text.
 *
 * @param document which YAML document of the text, from 0
 * @param keys mapping keys and list indexes from its top
 */
public record NodePath(int document, List<String> keys) {
    public NodePath {
        keys = List.copyOf(keys);
    }

    public NodePath child(String... further) {
        List<String> longer = new ArrayList<>(keys);
        longer.addAll(List.of(further));
        return new NodePath(document, longer);
    }

    /**
     * Returns the way to what holds this node.
     *
     * @throws IllegalStateException at the top
     */
    public NodePath parent() {
        if (isTop()) {
            throw new IllegalStateException("nothing holds the top of a document");
        }
        return new NodePath(document, keys.subList(0, keys.size() - 1));
    }

    public boolean isTop() {
        return keys.isEmpty();
    }

    /** Returns the last key. */
    public String last() {
        return keys.getLast();
    }

    @Override
    public String toString() {
        return document + ":" + String.join("/", keys);
    }
}
