package io.github.binnacle.model.codec;

import io.github.binnacle.model.document.DocumentNode;
import io.github.binnacle.model.document.DocumentNode.AliasNode;
import io.github.binnacle.model.document.DocumentNode.Entry;
import io.github.binnacle.model.document.DocumentNode.MappingNode;
import io.github.binnacle.model.document.DocumentNode.ScalarNode;
import io.github.binnacle.model.document.DocumentNode.SequenceNode;
import io.github.binnacle.model.document.SourceRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.parser.Parser;

/** Builds the tree of one YAML document from its events. */
final class YamlComposer {
    private static final String MERGE = "<<";

    private final Parser events;
    private final SourcePositions positions;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int depth;
    private long nodes;

    YamlComposer(Parser events, SourcePositions positions) {
        this.events = events;
        this.positions = positions;
    }

    /** A node that has a name, and how many nodes it is made of. */
    private record Anchored(DocumentNode node, long size) {}

    /** Reads the node that comes next, with all below it. */
    DocumentNode compose() throws SyntaxException {
        Event event = events.next();
        SourceRange range = positions.between(event.getStartMark(), event.getEndMark());
        long before = nodes++;
        ReadLimits.checkNodes(nodes, range);
        if (event instanceof AliasEvent alias) {
            return alias(alias, range);
        }
        DocumentNode node =
                switch (event) {
                    case ScalarEvent scalar -> scalar(scalar, range);
                    case MappingStartEvent mapping -> mapping(mapping, range);
                    case SequenceStartEvent sequence -> sequence(sequence, range);
                    default -> throw new IllegalStateException("unexpected event " + event);
                };
        ((NodeEvent) event)
                .getAnchor()
                .ifPresent(anchor ->
                        anchors.put(anchor.getValue(), new Anchored(node, nodes - before)));
        return node;
    }

    private DocumentNode alias(AliasEvent event, SourceRange range) throws SyntaxException {
        String name = event.getAnchor().map(Anchor::getValue).orElse("");
        Anchored anchored = anchors.get(name);
        if (anchored == null) {
            throw new SyntaxException("document.unknown-alias", range, Map.of("name", name));
        }
        nodes += anchored.size();
        ReadLimits.checkNodes(nodes, range);
        return new AliasNode(name, anchored.node(), range);
    }

    private static ScalarNode scalar(ScalarEvent event, SourceRange range) {
        String tag = event.getTag().orElse("");
        String text = SeparatorEscapes.show(event.getValue(), event.isDQuoted());
        return new ScalarNode(text, YamlScalars.value(text, event.isPlain(), tag), range);
    }

    private DocumentNode sequence(SequenceStartEvent start, SourceRange begin)
            throws SyntaxException {
        enter(begin);
        List<DocumentNode> items = new ArrayList<>();
        while (!events.checkEvent(Event.ID.SequenceEnd)) {
            items.add(compose());
        }
        SourceRange range = leave(start, begin, items.isEmpty() ? begin : items.getLast().range());
        return new SequenceNode(items, start.isFlow(), range);
    }

    private DocumentNode mapping(MappingStartEvent start, SourceRange begin)
            throws SyntaxException {
        enter(begin);
        List<Entry> entries = new ArrayList<>();
        Map<String, ScalarNode> keys = new HashMap<>();
        List<Entry> merges = new ArrayList<>();
        SourceRange last = begin;
        while (!events.checkEvent(Event.ID.MappingEnd)) {
            boolean isPlain = events.peekEvent() instanceof ScalarEvent scalar && scalar.isPlain();
            ScalarNode key = key();
            DocumentNode value = compose();
            last = value.range().end() >= key.range().end() ? value.range() : key.range();
            if (isPlain && key.text().equals(MERGE)) {
                merges.add(new Entry(key, value, false));
                continue;
            }
            ScalarNode earlier = keys.put(key.text(), key);
            if (earlier != null) {
                throw new SyntaxException(
                        "document.duplicate-key",
                        key.range(),
                        Map.of("key", key.text(), "line", earlier.range().line()));
            }
            entries.add(new Entry(key, value, false));
        }
        merges.forEach(merge -> takeIn(merge.value(), entries, keys));
        return new MappingNode(entries, merges, start.isFlow(), leave(start, begin, last));
    }

    private ScalarNode key() throws SyntaxException {
        DocumentNode key = compose();
        if (key.resolved() instanceof ScalarNode scalar) {
            return scalar;
        }
        throw new SyntaxException("document.key-not-text", key.range(), Map.of());
    }

    private static void takeIn(
            DocumentNode merged, List<Entry> entries, Map<String, ScalarNode> keys) {
        switch (merged.resolved()) {
            case MappingNode mapping -> {
                for (Entry entry : mapping.entries()) {
                    if (keys.putIfAbsent(entry.key().text(), entry.key()) == null) {
                        entries.add(new Entry(entry.key(), entry.value(), true));
                    }
                }
            }
            case SequenceNode sequence ->
                    sequence.items().forEach(item -> takeIn(item, entries, keys));
            case ScalarNode _, AliasNode _ -> {}
        }
    }

    private void enter(SourceRange range) throws SyntaxException {
        depth++;
        ReadLimits.checkDepth(depth, range);
    }

    private SourceRange leave(CollectionStartEvent start, SourceRange begin, SourceRange last) {
        depth--;
        Event end = events.next();
        int endOffset =
                start.isFlow()
                        ? positions.between(end.getStartMark(), end.getEndMark()).end()
                        : Math.max(begin.start(), last.end());
        return new SourceRange(begin.line(), begin.column(), begin.start(), endOffset);
    }
}
