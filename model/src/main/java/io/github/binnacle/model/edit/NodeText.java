package io.github.binnacle.model.edit;

import io.github.binnacle.model.codec.DocumentText;
import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.codec.YamlLayout;
import io.github.binnacle.model.codec.YamlWriter;
import io.github.binnacle.model.document.DocumentNode;
import io.github.binnacle.model.document.DocumentNode.Entry;
import io.github.binnacle.model.document.DocumentNode.MappingNode;
import io.github.binnacle.model.document.DocumentNode.ScalarNode;
import io.github.binnacle.model.document.DocumentNode.SequenceNode;
import io.github.binnacle.model.document.SourceRange;
import io.github.binnacle.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes nodes anew, in the style of the text around them. */
final class NodeText {
    private final DocumentText source;
    private final String text;
    private final TextLines lines;
    private final YamlLayout layout;
    private final FlowText flow;

    NodeText(DocumentText source) {
        this.source = source;
        text = source.text();
        lines = new TextLines(text);
        layout = TextLines.layout(source);
        flow = new FlowText(source, lines);
    }

    /** Gives a node another value. */
    Optional<Replacement> replaced(Spot spot, Value value) {
        SourceRange range = spot.node().range();
        if (spot.holder() == null) {
            return Optional.of(top(spot.node(), value));
        }
        if (source.isJson() || spot.isInFlow() || (isFlow(spot.node()) && isCollection(value))) {
            return flow.replaced(range, quoteOf(spot.node()), value);
        }
        if (isOnItsLine(spot.node()) && !needsLines(spot.node(), value)) {
            return Optional.of(
                    new Replacement(range.start(), range.end(), scalar(spot.node(), value)));
        }
        return afterIndicator(spot).map(after -> blockAfter(after, spot, value));
    }

    /** Says whether a node is written without starting lines of its own. */
    private boolean isOnItsLine(DocumentNode node) {
        SourceRange range = node.range();
        char quote = quoteOf(node);
        boolean isBlock = quote == '|' || quote == '>';
        return range.end() > range.start()
                && !isBlock
                && switch (node) {
                    case ScalarNode _, DocumentNode.AliasNode _ -> true;
                    case MappingNode mapping -> mapping.isFlow();
                    case SequenceNode sequence -> sequence.isFlow();
                };
    }

    /** Collections need lines of their own; so do long texts, unless they stood in quotes. */
    private boolean needsLines(DocumentNode old, Value value) {
        boolean isQuoted = quoteOf(old) == '\'' || quoteOf(old) == '"';
        return isCollection(value)
                || (!isQuoted
                        && value instanceof Value.Text(String string)
                        && string.indexOf('\n') >= 0);
    }

    private String scalar(DocumentNode node, Value value) {
        char quote = quoteOf(node);
        boolean isQuoted = quote == '\'' || quote == '"';
        return value instanceof Value.Text(String string) && isQuoted
                ? YamlWriter.key(string, quote)
                : YamlWriter.flow(value);
    }

    private Replacement blockAfter(int indicator, Spot spot, Value value) {
        int end = Math.max(indicator, spot.node().range().end());
        int column =
                spot.entry() == null
                        ? lines.column(indicator) - 1
                        : lines.column(spot.entry().key().range().start());
        String written =
                spot.entry() == null
                        ? YamlWriter.afterDash(value, column, layout)
                        : YamlWriter.afterKey(value, column, layout);
        int trimmed = Math.max(indicator, lines.withoutBreaks(indicator, end));
        return new Replacement(indicator, trimmed, written);
    }

    /** Returns the place after the colon or dash that a node follows; the node's own at the top. */
    private Optional<Integer> afterIndicator(Spot spot) {
        if (spot.entry() != null) {
            return lines.indicator(':', spot.entry().key().range().end()).map(place -> place + 1);
        }
        return spot.holder() instanceof SequenceNode sequence
                ? dash(sequence, spot.index()).map(place -> place + 1)
                : Optional.empty();
    }

    private Optional<Integer> dash(SequenceNode sequence, int index) {
        int from =
                index == 0
                        ? sequence.range().start()
                        : sequence.items().get(index - 1).range().end();
        return lines.indicator('-', from);
    }

    /** Writes the top of a document anew. */
    private Replacement top(DocumentNode node, Value value) {
        int end = lines.withoutBreaks(node.range().start(), node.range().end());
        String lineBreak = end == text.length() ? layout.lineBreak() : "";
        String written = source.isJson() ? JsonText.pretty(value) : topInBlocks(value);
        return new Replacement(node.range().start(), end, written + lineBreak);
    }

    private String topInBlocks(Value value) {
        return isCollection(value) ? YamlWriter.block(value, 0, layout) : YamlWriter.flow(value);
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

    /** Adds an item at the end of a list; an absent list begins with it. */
    Optional<Replacement> appended(Spot spot, Value value) {
        if (!(spot.node() instanceof SequenceNode sequence)) {
            return replaced(spot, Value.of(List.of(value)));
        }
        if (source.isJson() || sequence.isFlow() || spot.isInFlow()) {
            return flow.appended(sequence, value);
        }
        return dash(sequence, sequence.items().size() - 1)
                .flatMap(dash -> {
                    int column = lines.column(dash);
                    String written = "-" + YamlWriter.afterDash(value, column, layout);
                    int end = sequence.items().getLast().range().end();
                    return newLine(Math.max(end, dash + 1), column, written);
                });
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
        return dash(sequence, index)
                .flatMap(dash -> {
                    int end = Math.max(dash + 1, sequence.items().get(index).range().end());
                    if (lines.isFirstInLine(dash)) {
                        return Optional.of(
                                new Replacement(lines.lineStart(dash), lines.afterLine(end), ""));
                    }
                    return index + 1 < sequence.items().size()
                            ? dash(sequence, index + 1).map(next -> new Replacement(dash, next, ""))
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

    private char quoteOf(DocumentNode node) {
        SourceRange range = node.range();
        return range.start() < range.end() ? text.charAt(range.start()) : ' ';
    }

    private static boolean isFlow(DocumentNode node) {
        return switch (node) {
            case MappingNode mapping -> mapping.isFlow();
            case SequenceNode sequence -> sequence.isFlow();
            case ScalarNode _, DocumentNode.AliasNode _ -> false;
        };
    }

    private static boolean isCollection(Value value) {
        return switch (value) {
            case Value.Struct(Map<String, Value> fields) -> !fields.isEmpty();
            case Value.Items(List<Value> items) -> !items.isEmpty();
            case Value.Null _, Value.Bool _, Value.Num _, Value.Text _ -> false;
        };
    }
}
