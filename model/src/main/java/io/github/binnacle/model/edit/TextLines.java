package io.github.binnacle.model.edit;

import io.github.binnacle.model.codec.DocumentText;
import io.github.binnacle.model.codec.YamlLayout;
import io.github.binnacle.model.document.DocumentNode;
import io.github.binnacle.model.document.DocumentNode.AliasNode;
import io.github.binnacle.model.document.DocumentNode.Entry;
import io.github.binnacle.model.document.DocumentNode.MappingNode;
import io.github.binnacle.model.document.DocumentNode.ScalarNode;
import io.github.binnacle.model.document.DocumentNode.SequenceNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Answers questions about the lines of a YAML text. */
final class TextLines {
    private final String text;

    TextLines(String text) {
        this.text = text;
    }

    /** Returns where the line of a place begins. */
    int lineStart(int place) {
        int start = text.lastIndexOf('\n', place - 1) + 1;
        return start == 0 && text.startsWith("\uFEFF") ? 1 : start;
    }

    /** Returns how many characters stand before a place in its line. */
    int column(int place) {
        return place - lineStart(place);
    }

    /** Says whether only spaces stand before a place in its line. */
    boolean isFirstInLine(int place) {
        return text.substring(lineStart(place), place).isBlank();
    }

    /** Returns the spaces at the beginning of the line of a place. */
    String indentation(int place) {
        int start = lineStart(place);
        int end = start;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(start, end);
    }

    /**
     * Returns where the next line begins after a node that ends at a place, the comment beside it
     * being passed over; the place itself if something else follows.
     */
    int afterLine(int place) {
        if (place > 0 && text.charAt(place - 1) == '\n') {
            return place;
        }
        int end = text.indexOf('\n', place);
        int next = end < 0 ? text.length() : end + 1;
        String rest = text.substring(place, next).strip();
        return rest.isEmpty() || rest.startsWith("#") ? next : place;
    }

    /** Returns a place with the line breaks before it taken off. */
    int withoutBreaks(int start, int end) {
        int trimmed = end;
        while (trimmed > start
                && (text.charAt(trimmed - 1) == '\n' || text.charAt(trimmed - 1) == '\r')) {
            trimmed--;
        }
        return trimmed;
    }

    /** Finds an indicator such as a colon or a dash, spaces and comments being passed over. */
    Optional<Integer> indicator(char wanted, int from) {
        int place = from;
        while (place < text.length()) {
            char unit = text.charAt(place);
            if (unit == wanted) {
                return Optional.of(place);
            }
            if (unit == '#') {
                int end = text.indexOf('\n', place);
                place = end < 0 ? text.length() : end;
            } else if (!Character.isWhitespace(unit)) {
                return Optional.empty();
            }
            place++;
        }
        return Optional.empty();
    }

    /** Finds the dash of a list item. */
    Optional<Integer> dash(SequenceNode sequence, int index) {
        int from =
                index == 0
                        ? sequence.range().start()
                        : sequence.items().get(index - 1).range().end();
        return indicator('-', from);
    }

    /** Says how a text is laid out, by its first nested mapping and list. */
    static YamlLayout layout(DocumentText source) {
        int lineEnd = source.text().indexOf('\n');
        boolean isCrLf = lineEnd > 0 && source.text().charAt(lineEnd - 1) == '\r';
        int indent = 0;
        int dashes = -1;
        Deque<DocumentNode> nodes = new ArrayDeque<>(source.documents());
        for (int seen = 0;
                !nodes.isEmpty() && (indent == 0 || dashes < 0) && seen < 5_000;
                seen++) {
            DocumentNode node = nodes.removeFirst();
            switch (node) {
                case MappingNode mapping when !mapping.isFlow() -> {
                    for (Entry entry : mapping.entries()) {
                        int deeper = entry.value().range().column() - entry.key().range().column();
                        boolean isBelow = entry.value().range().line() > entry.key().range().line();
                        if (isBelow && entry.value() instanceof MappingNode) {
                            indent = indent == 0 ? deeper : indent;
                        } else if (isBelow && entry.value() instanceof SequenceNode) {
                            dashes = dashes < 0 ? deeper : dashes;
                        }
                        nodes.addLast(entry.value());
                    }
                }
                case SequenceNode sequence -> nodes.addAll(sequence.items());
                case MappingNode _, ScalarNode _, AliasNode _ -> {}
            }
        }
        return new YamlLayout(indent == 0 ? 2 : indent, dashes > 0, isCrLf ? "\r\n" : "\n");
    }
}
