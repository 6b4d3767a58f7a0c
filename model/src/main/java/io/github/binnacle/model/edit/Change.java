package io.github.binnacle.model.edit;

import io.github.binnacle.model.document.NodePath;
import io.github.binnacle.model.value.Value;

/** One change to the tree of a text. */
public sealed interface Change {
    /** What is changed. */
    NodePath at();

    /** Gives a node a value; a key that is not there yet is added to its mapping. */
    record Set(NodePath at, Value value) implements Change {}

    /** Adds an item at the end of a list. */
    record Append(NodePath at, Value value) implements Change {}

    /** Takes a mapping entry or a list item away; an entry that is not there is left alone. */
    record Remove(NodePath at) implements Change {}

    /** Gives a mapping entry another key, in its place. */
    record Rename(NodePath at, String key) implements Change {}
}
