package io.github.binnacle.model.edit;

import io.github.binnacle.model.codec.DocumentText;
import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.codec.YamlWriter;
import io.github.binnacle.model.document.DocumentNode;
import io.github.binnacle.model.document.DocumentNode.Entry;
import io.github.binnacle.model.document.DocumentNode.MappingNode;
import io.github.binnacle.model.document.DocumentNode.SequenceNode;
import io.github.binnacle.model.document.SourceRange;
import io.github.binnacle.model.value.Value;
import java.util.List;
import java.util.Optional;

/** Takes entries and items away, and gives entries other keys. */
final class RemovedText {
    private final DocumentText source;
    private final String text;
    private final TextLines lines;
    private final FlowText flow;

    RemovedText(DocumentText source, TextLines lines, FlowText flow) {
        this.source = source;
        text = source.text();
        this.lines = lines;
        this.flow = flow;
    }

    /** Takes a node away, with its key or dash. */
    Optional<Replacement> removed(Spot spot) {
        DocumentNode holder = spot.holder();
        return switch (holder) {
            case MappingNode mapping when spot.entry() != null ->
                    source.isJson() || spot.isInFlow()
                            ? flow.removedEntry(mapping, spot.entry())
                            : removedEntry(mapping, spot.entry());
            case SequenceNode sequence ->
                    source.isJson() || spot.isInFlow()
                            ? flow.removedItem(sequence, spot.index())
                            : removedItem(sequence, spot.index());
            case null, default -> Optional.empty();
        };
    }

    private Optional<Replacement> removedEntry(MappingNode mapping, Entry entry) {
        List<Entry> own = mapping.entries().stream().filter(other -> !other.isMerged()).toList();
        int start = entry.key().range().start();
        if (own.size() == 1) {
            return Optional.empty();
        }
        int index = own.indexOf(entry);
        if (!lines.isFirstInLine(start)) {
            return index + 1 < own.size()
                    ? Optional.of(
                            new Replacement(start, own.get(index + 1).key().range().start(), ""))
                    : Optional.empty();
        }
        int end = Math.max(entry.value().range().end(), entry.key().range().end());
        return Optional.of(new Replacement(lines.lineStart(start), lines.afterLine(end), ""));
    }

    private Optional<Replacement> removedItem(SequenceNode sequence, int index) {
        if (sequence.items().size() == 1) {
            return Optional.empty();
        }
        return lines.dash(sequence, index)
                .flatMap(dash -> {
                    int end = Math.max(dash + 1, sequence.items().get(index).range().end());
                    if (lines.isFirstInLine(dash)) {
                        return Optional.of(
                                new Replacement(lines.lineStart(dash), lines.afterLine(end), ""));
                    }
                    return index + 1 < sequence.items().size()
                            ? lines.dash(sequence, index + 1)
                                    .map(next -> new Replacement(dash, next, ""))
                            : Optional.empty();
                });
    }

    /** Gives an entry another key, quoted as the old one. */
    Optional<Replacement> renamed(Spot spot, String key) {
        if (spot.entry() == null) {
            return Optional.empty();
        }
        SourceRange range = spot.entry().key().range();
        char quote = text.charAt(range.start());
        boolean isQuoted = quote == '\'' || quote == '"';
        String written =
                source.isJson()
                        ? JsonText.compact(Value.of(key))
                        : YamlWriter.key(key, isQuoted ? quote : ' ');
        return Optional.of(new Replacement(range.start(), range.end(), written));
    }
}
