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

/** Writes what stands between braces and brackets anew: flow style, and all of JSON. */
final class FlowText {
    private final DocumentText source;
    private final TextLines lines;

    FlowText(DocumentText source, TextLines lines) {
        this.source = source;
        this.lines = lines;
    }

    Optional<Replacement> replaced(SourceRange old, char quote, Value value) {
        boolean isQuoted = quote == '\'' || quote == '"';
        String written =
                !source.isJson() && isQuoted && value instanceof Value.Text(String text)
                        ? YamlWriter.key(text, quote)
                        : flow(value, old.start());
        String gap = old.start() == old.end() ? " " : "";
        return Optional.of(new Replacement(old.start(), old.end(), gap + written));
    }

    Optional<Replacement> added(MappingNode mapping, String key, Value value) {
        List<Entry> own = mapping.entries().stream().filter(entry -> !entry.isMerged()).toList();
        int place =
                own.isEmpty()
                        ? mapping.range().start() + 1
                        : Math.max(
                                own.getLast().key().range().end(),
                                own.getLast().value().range().end());
        if (own.isEmpty() && !mapping.merges().isEmpty()) {
            return Optional.empty();
        }
        int lineOf = own.isEmpty() ? mapping.range().start() : own.getLast().key().range().start();
        String written = key(key) + flow(value, lineOf);
        return Optional.of(
                new Replacement(
                        place,
                        place,
                        own.isEmpty() ? written : gap(mapping.range(), lineOf) + written));
    }

    private String key(String key) {
        return (source.isJson() ? JsonText.compact(Value.of(key)) : YamlWriter.key(key, ' '))
                + ": ";
    }

    Optional<Replacement> appended(SequenceNode sequence, Value value) {
        if (sequence.items().isEmpty()) {
            int place = sequence.range().start() + 1;
            return Optional.of(new Replacement(place, place, flow(value, place)));
        }
        SourceRange last = sequence.items().getLast().range();
        return Optional.of(
                new Replacement(
                        last.end(),
                        last.end(),
                        gap(sequence.range(), last.start()) + flow(value, last.start())));
    }

    /** Returns a comma and a space, or a new line where each element has its own. */
    private String gap(SourceRange holder, int lastElement) {
        boolean isOnNewLine =
                lines.lineStart(lastElement) > holder.start() && lines.isFirstInLine(lastElement);
        if (!isOnNewLine) {
            return ", ";
        }
        int lineStart = lines.lineStart(lastElement);
        boolean isCrLf = lineStart > 1 && source.text().charAt(lineStart - 2) == '\r';
        return "," + (isCrLf ? "\r\n" : "\n") + lines.indentation(lastElement);
    }

    Optional<Replacement> removedEntry(MappingNode mapping, Entry entry) {
        List<Entry> own = mapping.entries().stream().filter(other -> !other.isMerged()).toList();
        if (!mapping.merges().isEmpty()) {
            return Optional.empty();
        }
        List<SourceRange> ranges = own.stream().map(FlowText::range).toList();
        return Optional.of(removed(ranges, own.indexOf(entry)));
    }

    Optional<Replacement> removedItem(SequenceNode sequence, int index) {
        return Optional.of(
                removed(sequence.items().stream().map(DocumentNode::range).toList(), index));
    }

    private static SourceRange range(Entry entry) {
        SourceRange key = entry.key().range();
        int end = Math.max(key.end(), entry.value().range().end());
        return new SourceRange(key.line(), key.column(), key.start(), end);
    }

    private static Replacement removed(List<SourceRange> elements, int index) {
        SourceRange element = elements.get(index);
        if (index > 0) {
            return new Replacement(elements.get(index - 1).end(), element.end(), "");
        }
        int end = elements.size() > 1 ? elements.get(1).start() : element.end();
        return new Replacement(element.start(), end, "");
    }

    private String flow(Value value, int lineOf) {
        if (!source.isJson()) {
            return YamlWriter.flow(value);
        }
        boolean isOneLine = source.text().indexOf('\n') < 0;
        return isOneLine
                ? JsonText.compact(value)
                : JsonText.pretty(value).replace("\n", "\n" + lines.indentation(lineOf));
    }
}
