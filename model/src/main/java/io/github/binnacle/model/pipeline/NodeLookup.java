package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.document.DocumentNode;
import io.github.binnacle.model.document.DocumentNode.Entry;
import io.github.binnacle.model.document.DocumentNode.MappingNode;
import io.github.binnacle.model.document.DocumentNode.ScalarNode;
import io.github.binnacle.model.document.DocumentNode.SequenceNode;
import io.github.binnacle.model.document.SourceRange;
import java.util.Locale;
import java.util.Optional;

/** Finds nodes by proto3's field names, which texts write in lowerCamelCase or snake_case. */
final class NodeLookup {
    private NodeLookup() {}

    /** Finds an entry by its lowerCamelCase name, however the text spells it. */
    static Optional<Entry> entry(MappingNode node, String name) {
        Optional<Entry> entry = node.entry(name);
        if (entry.isEmpty()) {
            String snake = snakeCase(name);
            entry = snake.equals(name) ? entry : node.entry(snake);
        }
        return entry;
    }

    /** Finds a child by its key, or by its index in a list. */
    static Optional<DocumentNode> child(DocumentNode parent, String key) {
        return switch (parent) {
            case MappingNode mapping -> entry(mapping, key).map(Entry::value);
            case SequenceNode sequence -> item(sequence, key);
            case ScalarNode _, DocumentNode.AliasNode _ -> Optional.empty();
        };
    }

    private static Optional<DocumentNode> item(SequenceNode sequence, String key) {
        try {
            int index = Integer.parseInt(key);
            return index >= 0 && index < sequence.items().size()
                    ? Optional.of(sequence.items().get(index))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Returns how a text spells the key of a child; empty in a list. */
    static Optional<String> spelling(DocumentNode parent, String key) {
        return parent instanceof MappingNode mapping
                ? entry(mapping, key).map(entry -> entry.key().text())
                : Optional.empty();
    }

    /** Finds where the key of a child stands; empty in a list. */
    static Optional<SourceRange> keyRange(DocumentNode parent, String key) {
        return parent instanceof MappingNode mapping
                ? entry(mapping, key).map(entry -> entry.key().range())
                : Optional.empty();
    }

    static String snakeCase(String name) {
        StringBuilder snake = new StringBuilder(name.length() + 4);
        for (char letter : name.toCharArray()) {
            if (Character.isUpperCase(letter)) {
                snake.append('_');
            }
            snake.append(Character.toLowerCase(letter));
        }
        return snake.toString().toLowerCase(Locale.ROOT);
    }
}
