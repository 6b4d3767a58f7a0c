package io.github.binnacle.model.edit;

import io.github.binnacle.model.codec.DocumentText;
import io.github.binnacle.model.codec.YamlLayout;
import io.github.binnacle.model.codec.YamlWriter;
import io.github.binnacle.model.document.DocumentNode.Entry;
import io.github.binnacle.model.document.DocumentNode.MappingNode;
import io.github.binnacle.model.document.DocumentNode.SequenceNode;
import io.github.binnacle.model.value.Value;
import java.util.List;
import java.util.Optional;

/** Adds entries and items, in the style of those that are there. */
final class AddedText {
    private final DocumentText source;
    private final String text;
    private final TextLines lines;
    private final YamlLayout layout;
    private final FlowText flow;

    AddedText(DocumentText source, TextLines lines, YamlLayout layout, FlowText flow) {
        this.source = source;
        text = source.text();
        this.lines = lines;
        this.layout = layout;
        this.flow = flow;
    }

    /** Adds an entry to a mapping: in its place if the keys are sorted, else at the end. */
    Optional<Replacement> added(MappingNode mapping, String key, Value value, boolean isInFlow) {
        if (source.isJson() || mapping.isFlow() || isInFlow) {
            return flow.added(mapping, key, value);
        }
        List<Entry> own = mapping.entries().stream().filter(entry -> !entry.isMerged()).toList();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        int before = SortedKeys.before(own, key);
        Entry neighbour = before < 0 ? own.getLast() : own.get(Math.max(0, before - 1));
        int column = lines.column(own.getFirst().key().range().start());
        String entry = YamlWriter.entry(key, value, column, layout);
        if (before == 0) {
            int place = neighbour.key().range().start();
            String gap = layout.lineBreak() + " ".repeat(column);
            return Optional.of(new Replacement(place, place, entry + gap));
        }
        int last = before < 0 ? lastEnd(mapping, neighbour) : neighbour.value().range().end();
        return newLine(Math.max(last, neighbour.key().range().end()), column, entry);
    }

    private static int lastEnd(MappingNode mapping, Entry last) {
        return mapping.merges().stream()
                .mapToInt(merge -> merge.value().range().end())
                .reduce(last.value().range().end(), Math::max);
    }

    private Optional<Replacement> newLine(int nodeEnd, int column, String written) {
        int place = lines.afterLine(nodeEnd);
        boolean startsLine = place > 0 && text.charAt(place - 1) == '\n';
        String spaces = " ".repeat(column);
        if (startsLine) {
            return Optional.of(
                    new Replacement(place, place, spaces + written + layout.lineBreak()));
        }
        return place == text.length()
                ? Optional.of(new Replacement(place, place, layout.lineBreak() + spaces + written))
                : Optional.empty();
    }

    /** Adds an item at the end of a list. */
    Optional<Replacement> appended(Spot spot, Value value) {
        if (!(spot.node() instanceof SequenceNode sequence)) {
            return Optional.empty();
        }
        if (source.isJson() || sequence.isFlow() || spot.isInFlow()) {
            return flow.appended(sequence, value);
        }
        return lines.dash(sequence, sequence.items().size() - 1)
                .flatMap(dash -> {
                    int column = lines.column(dash);
                    String written = "-" + YamlWriter.afterDash(value, column, layout);
                    int end = sequence.items().getLast().range().end();
                    return newLine(Math.max(end, dash + 1), column, written);
                });
    }
}
