package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.address.Address.DocumentAddress;
import io.github.binnacle.model.address.Address.NodeAddress;
import io.github.binnacle.model.document.DocumentNode;
import io.github.binnacle.model.document.DocumentNode.Entry;
import io.github.binnacle.model.document.DocumentNode.MappingNode;
import io.github.binnacle.model.document.DocumentNode.SequenceNode;
import io.github.binnacle.model.pipeline.SpecSchema.Field;
import io.github.binnacle.model.pipeline.SpecSchema.Message;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Points out keys that pipeline_spec.proto does not have. They are kept; only a key that looks like
 * a known one spelled wrongly is a warning.
 */
final class UnknownFields {
    private final Findings findings;
    private final Deque<String> keys = new ArrayDeque<>();

    UnknownFields(Findings findings) {
        this.findings = findings;
    }

    void check(PipelineDocument document) {
        check(document.parts().getFirst(), SpecSchema.PIPELINE, document.address());
    }

    private void check(DocumentNode node, Message message, DocumentAddress document) {
        if (!(node.resolved() instanceof MappingNode mapping)) {
            return;
        }
        for (Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (isSpelledTwice(mapping, key)) {
                reportTwice(entry, document);
            }
            keys.addLast(key);
            Field field = message.field(key);
            if (field == null) {
                report(entry, message, document);
            } else if (field.message() != null) {
                checkInside(entry.value(), field, field.message(), document);
            }
            keys.removeLast();
        }
    }

    private void checkInside(
            DocumentNode value, Field field, Message message, DocumentAddress document) {
        switch (field.shape()) {
            case ANY -> {}
            case ONE -> check(value, message, document);
            case MAP -> {
                if (value.resolved() instanceof MappingNode mapping) {
                    for (Entry entry : mapping.entries()) {
                        keys.addLast(entry.key().text());
                        check(entry.value(), message, document);
                        keys.removeLast();
                    }
                }
            }
            case LIST -> {
                if (value.resolved() instanceof SequenceNode sequence) {
                    for (int i = 0; i < sequence.items().size(); i++) {
                        keys.addLast(String.valueOf(i));
                        check(sequence.items().get(i), message, document);
                        keys.removeLast();
                    }
                }
            }
        }
    }

    /** A field may be written in lowerCamelCase or in snake_case, not in both. */
    private static boolean isSpelledTwice(MappingNode mapping, String key) {
        String snake = NodeLookup.snakeCase(key);
        return !snake.equals(key) && mapping.entry(snake).isPresent();
    }

    private void reportTwice(Entry entry, DocumentAddress document) {
        String key = entry.key().text();
        findings.add(
                new Problem(
                        "spec.spelled-twice",
                        Severity.ERROR,
                        new NodeAddress(document, 0, List.copyOf(keys)),
                        entry.key().range(),
                        Map.of("field", key, "other", NodeLookup.snakeCase(key))));
    }

    private void report(Entry entry, Message message, DocumentAddress document) {
        String key = entry.key().text();
        String suggestion = findings.suggestion(key, message.names());
        findings.add(
                new Problem(
                        "spec.unknown-field",
                        suggestion.equals(Suggestion.NONE) ? Severity.NOTE : Severity.WARNING,
                        new NodeAddress(document, 0, List.copyOf(keys)),
                        entry.key().range(),
                        Map.of(
                                "field", key,
                                "message", message.name(),
                                "suggestion", suggestion)));
    }
}
