package io.github.binnacle.model.edit;

import io.github.binnacle.model.codec.DocumentText;
import io.github.binnacle.model.document.DocumentNode;
import io.github.binnacle.model.document.DocumentNode.AliasNode;
import io.github.binnacle.model.document.DocumentNode.Entry;
import io.github.binnacle.model.document.DocumentNode.MappingNode;
import io.github.binnacle.model.document.DocumentNode.ScalarNode;
import io.github.binnacle.model.document.DocumentNode.SequenceNode;
import io.github.binnacle.model.document.NodePath;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A node of a text with what holds it.
 *
 * @param node as written: an alias is not followed
 * @param holder the mapping or list that holds it; null at the top of a document
 * @param entry the mapping entry; null in a list and at the top
 * @param index the place in a list; -1 elsewhere
 * @param isInFlow between braces or brackets
 */
record Spot(
        DocumentNode node,
        @Nullable DocumentNode holder,
        @Nullable Entry entry,
        int index,
        boolean isInFlow) {

    /** How far a way leads, and the spot where it ends. */
    record Found(int depth, Spot spot) {}

    /**
     * Follows a way as far as it is written in one piece: it stops at an alias, at an entry that a
     * merge key took in, and where the next key is not there.
     */
    static Found find(DocumentText text, NodePath path) {
        Spot spot = new Spot(text.documents().get(path.document()), null, null, -1, false);
        int depth = 0;
        for (String key : path.keys()) {
            Optional<Spot> child = spot.child(key);
            if (child.isEmpty()) {
                break;
            }
            spot = child.get();
            depth++;
        }
        return new Found(depth, spot);
    }

    private Optional<Spot> child(String key) {
        return switch (node) {
            case MappingNode mapping ->
                    mapping.entry(key)
                            .filter(entry -> !entry.isMerged())
                            .map(entry ->
                                    new Spot(
                                            entry.value(),
                                            mapping,
                                            entry,
                                            -1,
                                            isInFlow || mapping.isFlow()));
            case SequenceNode sequence -> item(sequence, key);
            case ScalarNode _, AliasNode _ -> Optional.empty();
        };
    }

    private Optional<Spot> item(SequenceNode sequence, String key) {
        int index = key.matches("\\d{1,9}") ? Integer.parseInt(key) : -1;
        List<DocumentNode> items = sequence.items();
        return index < 0 || index >= items.size()
                ? Optional.empty()
                : Optional.of(
                        new Spot(
                                items.get(index),
                                sequence,
                                null,
                                index,
                                isInFlow || sequence.isFlow()));
    }
}
