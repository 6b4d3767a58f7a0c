package io.github.binnacle.model.edit;

import io.github.binnacle.model.codec.DocumentText;
import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.codec.YamlLayout;
import io.github.binnacle.model.codec.YamlWriter;
import io.github.binnacle.model.document.DocumentNode;
import io.github.binnacle.model.document.DocumentNode.MappingNode;
import io.github.binnacle.model.document.DocumentNode.ScalarNode;
import io.github.binnacle.model.document.DocumentNode.SequenceNode;
import io.github.binnacle.model.document.SourceRange;
import io.github.binnacle.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives nodes other values, in the style of the text around them. */
final class NodeText {
    private final DocumentText source;
    private final String text;
    private final TextLines lines;
    private final YamlLayout layout;
    private final FlowText flow;

    NodeText(DocumentText source, TextLines lines, YamlLayout layout, FlowText flow) {
        this.source = source;
        text = source.text();
        this.lines = lines;
        this.layout = layout;
        this.flow = flow;
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
                ? lines.dash(sequence, spot.index()).map(place -> place + 1)
                : Optional.empty();
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
