package io.github.binnacle.model.edit;

import io.github.binnacle.model.codec.DocumentText;
import io.github.binnacle.model.codec.YamlLayout;
import io.github.binnacle.model.codec.YamlWriter;
import io.github.binnacle.model.document.DocumentNode;
import io.github.binnacle.model.document.DocumentNode.AliasNode;
import io.github.binnacle.model.document.DocumentNode.Entry;
import io.github.binnacle.model.document.DocumentNode.MappingNode;
import io.github.binnacle.model.document.DocumentNode.ScalarNode;
import io.github.binnacle.model.document.DocumentNode.SequenceNode;
import io.github.binnacle.model.document.NodePath;
import io.github.binnacle.model.document.SourceRange;
import io.github.binnacle.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says which characters a change replaces. */
final class TextChanges {
    private final DocumentText source;
    private final List<AliasNode> aliases = new ArrayList<>();
    private final NodeText nodes;
    private final AddedText added;
    private final RemovedText removed;

    TextChanges(DocumentText source) {
        this.source = source;
        TextLines lines = new TextLines(source.text());
        YamlLayout layout = TextLines.layout(source);
        FlowText flow = new FlowText(source, lines);
        nodes = new NodeText(source, lines, layout, flow);
        added = new AddedText(source, lines, layout, flow);
        removed = new RemovedText(source, lines, flow);
        source.documents().forEach(this::collectAliases);
    }

    private void collectAliases(DocumentNode node) {
        switch (node) {
            case AliasNode alias -> aliases.add(alias);
            case MappingNode mapping -> {
                mapping.merges().forEach(merge -> collectAliases(merge.value()));
                for (Entry entry : mapping.entries()) {
                    if (!entry.isMerged()) {
                        collectAliases(entry.value());
                    }
                }
            }
            case SequenceNode sequence -> sequence.items().forEach(this::collectAliases);
            case ScalarNode _ -> {}
        }
    }

    /** Returns the replacements of a change; empty if it must be made further out. */
    Optional<List<Replacement>> of(Change change) {
        NodePath at = change.at();
        Spot.Found found = Spot.find(source, at);
        int missing = at.keys().size() - found.depth();
        Spot spot = found.spot();
        if (missing == 0
                && !(change instanceof Change.Append && spot.node() instanceof AliasNode)) {
            return inPlace(change, spot);
        }
        if (missing == 1
                && change instanceof Change.Set(var _, Value value)
                && spot.node() instanceof MappingNode mapping) {
            return added.added(mapping, at.last(), value, spot.isInFlow())
                    .map(one -> with(expandedAround(mapping.range()), one));
        }
        if (change instanceof Change.Remove && missing == 1 && isNowhere(spot, at.last())) {
            return Optional.of(List.of());
        }
        return Optional.empty();
    }

    private static boolean isNowhere(Spot spot, String key) {
        return spot.node() instanceof MappingNode mapping && mapping.entry(key).isEmpty();
    }

    private Optional<List<Replacement>> inPlace(Change change, Spot spot) {
        SourceRange range = spot.node().range();
        return switch (change) {
            case Change.Set(var _, Value value) ->
                    nodes.replaced(spot, value).map(one -> with(expandedAt(range), one));
            case Change.Append(var _, Value value) ->
                    appended(spot, value).map(one -> with(expandedAround(range), one));
            case Change.Remove _ -> removed.removed(spot).map(one -> with(expandedAt(range), one));
            case Change.Rename(var _, String key) ->
                    removed.renamed(spot, key).map(one -> with(expandedAround(range), one));
        };
    }

    /** An absent list begins with the item. */
    private Optional<Replacement> appended(Spot spot, Value value) {
        return spot.node() instanceof SequenceNode
                ? added.appended(spot, value)
                : nodes.replaced(spot, Value.of(List.of(value)));
    }

    private static List<Replacement> with(List<Replacement> expanded, Replacement change) {
        List<Replacement> all = new ArrayList<>(expanded);
        all.add(change);
        return all;
    }

    /** Writes out the aliases of what holds a node, as the node changes for itself only. */
    private List<Replacement> expandedAround(SourceRange range) {
        return aliases.stream()
                .filter(alias -> holds(alias.target().range(), range))
                .map(this::expanded)
                .toList();
    }

    /** Also writes out the aliases of what is inside a node that goes away. */
    private List<Replacement> expandedAt(SourceRange range) {
        return aliases.stream()
                .filter(alias ->
                        holds(alias.target().range(), range)
                                || holds(range, alias.target().range()))
                .filter(alias -> !holds(range, alias.range()))
                .map(this::expanded)
                .toList();
    }

    private static boolean holds(SourceRange outer, SourceRange inner) {
        return outer.start() <= inner.start() && inner.end() <= outer.end();
    }

    private Replacement expanded(AliasNode alias) {
        return new Replacement(
                alias.range().start(), alias.range().end(), YamlWriter.flow(alias.value()));
    }
}
