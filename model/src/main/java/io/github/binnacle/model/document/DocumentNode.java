package io.github.binnacle.model.document;

import io.github.binnacle.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A node of a YAML or JSON text, with its place. */
public sealed interface DocumentNode {
    /** Where the node stands; a block collection ends with its last child. */
    SourceRange range();

    /** What the node means. Aliases mean what they point at. */
    Value value();

    /** Returns the node itself, or what an alias points at. */
    default DocumentNode resolved() {
        return this;
    }

    /**
     * @param entries in the order of the text; those taken in by a merge key come last
     * @param merges the merge keys themselves, with what they take in
     * @param isFlow written with braces, as all JSON is
     */
    record MappingNode(List<Entry> entries, List<Entry> merges, boolean isFlow, SourceRange range)
            implements DocumentNode {
        public MappingNode {
            entries = List.copyOf(entries);
            merges = List.copyOf(merges);
        }

        public MappingNode(List<Entry> entries, boolean isFlow, SourceRange range) {
            this(entries, List.of(), isFlow, range);
        }

        public Optional<Entry> entry(String key) {
            for (Entry entry : entries) {
                if (entry.key().text().equals(key)) {
                    return Optional.of(entry);
                }
            }
            return Optional.empty();
        }

        @Override
        public Value.Struct value() {
            Map<String, Value> fields = new LinkedHashMap<>();
            entries.forEach(entry -> fields.put(entry.key().text(), entry.value().value()));
            return Value.of(fields);
        }
    }

    /**
     * @param isMerged taken in by a merge key, so not written here
     */
    record Entry(ScalarNode key, DocumentNode value, boolean isMerged) {}

    record SequenceNode(List<DocumentNode> items, boolean isFlow, SourceRange range)
            implements DocumentNode {
        public SequenceNode {
            items = List.copyOf(items);
        }

        @Override
        public Value value() {
            List<Value> values = new ArrayList<>(items.size());
            items.forEach(item -> values.add(item.value()));
            return Value.of(values);
        }
    }

    /**
     * @param text content after quotes and escapes are resolved
     * @param value what the text means by the core schema of YAML 1.2
     */
    record ScalarNode(String text, Value value, SourceRange range) implements DocumentNode {}

    /** A {@code *name}, standing for the node at {@code &name}. */
    record AliasNode(String name, DocumentNode target, SourceRange range) implements DocumentNode {
        @Override
        public Value value() {
            return target.value();
        }

        @Override
        public DocumentNode resolved() {
            return target.resolved();
        }
    }
}
