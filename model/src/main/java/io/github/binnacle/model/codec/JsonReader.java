package io.github.binnacle.model.codec;

import io.github.binnacle.model.document.DocumentNode;
import io.github.binnacle.model.document.DocumentNode.Entry;
import io.github.binnacle.model.document.DocumentNode.MappingNode;
import io.github.binnacle.model.document.DocumentNode.ScalarNode;
import io.github.binnacle.model.document.DocumentNode.SequenceNode;
import io.github.binnacle.model.document.SourceRange;
import io.github.binnacle.model.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON into positioned trees or plain values; duplicate keys are errors. */
public final class JsonReader {
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(ReadLimits.DEPTH)
                                    .maxStringLength(ReadLimits.CHARACTERS)
                                    .build())
                    .build();

    private final JsonParser parser;
    private final String text;
    private long nodes;

    private JsonReader(JsonParser parser, String text) {
        this.parser = parser;
        this.text = text;
    }

    /**
     * Reads a text that is one JSON value.
     *
     * @throws SyntaxException if it is not, or is beyond the limits
     */
    public static Value parse(String text) throws SyntaxException {
        return read(text).value();
    }

    /**
     * Reads a text that is one JSON value, with the place of every node.
     *
     * @throws SyntaxException if it is not, or is beyond the limits
     */
    public static DocumentNode read(String text) throws SyntaxException {
        ReadLimits.checkLength(text);
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonReader reader = new JsonReader(parser, text);
            reader.next();
            DocumentNode root = reader.node();
            if (parser.nextToken() != null) {
                throw new SyntaxException("document.text-after-json", reader.here(), Map.of());
            }
            return root;
        } catch (JacksonException e) {
            throw syntax(e);
        }
    }

    private static SyntaxException syntax(JacksonException e) {
        TokenStreamLocation place = e.getLocation();
        SourceRange range =
                place == null
                        ? new SourceRange(1, 1, 0, 0)
                        : new SourceRange(
                                place.getLineNr(),
                                place.getColumnNr(),
                                (int) Math.max(0, place.getCharOffset()),
                                (int) Math.max(0, place.getCharOffset()));
        return new SyntaxException("document.syntax", range, Map.of("detail", detail(e)));
    }

    /** The parser's own words, without what it says of its settings. */
    private static String detail(JacksonException e) {
        return String.valueOf(e.getOriginalMessage())
                .replaceFirst(" \\(start marker at \\[Source.*$", "")
                .replaceFirst(" \\(`StreamReadFeature.*$", "")
                .replaceFirst(": enable `JsonReadFeature.*$", "")
                .replaceFirst(", from `StreamReadConstraints[^`]*`", "");
    }

    private void next() throws SyntaxException {
        if (parser.nextToken() == null) {
            throw new SyntaxException("document.ends-early", here(), Map.of());
        }
    }

    private DocumentNode node() throws SyntaxException {
        ReadLimits.checkNodes(++nodes, new SourceRange(1, 1, 0, 0));
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping();
            case START_ARRAY -> sequence();
            default -> scalar();
        };
    }

    private MappingNode mapping() throws SyntaxException {
        SourceRange begin = here();
        List<Entry> entries = new ArrayList<>();
        Map<String, ScalarNode> keys = new HashMap<>();
        next();
        while (parser.currentToken() != JsonToken.END_OBJECT) {
            ScalarNode key =
                    new ScalarNode(parser.getString(), Value.of(parser.getString()), quoted());
            ScalarNode earlier = keys.put(key.text(), key);
            if (earlier != null) {
                throw new SyntaxException(
                        "document.duplicate-key",
                        key.range(),
                        Map.of("key", key.text(), "line", earlier.range().line()));
            }
            next();
            entries.add(new Entry(key, node(), false));
            next();
        }
        return new MappingNode(entries, true, until(begin));
    }

    private SequenceNode sequence() throws SyntaxException {
        SourceRange begin = here();
        List<DocumentNode> items = new ArrayList<>();
        next();
        while (parser.currentToken() != JsonToken.END_ARRAY) {
            items.add(node());
            next();
        }
        return new SequenceNode(items, true, until(begin));
    }

    private ScalarNode scalar() throws SyntaxException {
        SourceRange place = here();
        Value value =
                switch (parser.currentToken()) {
                    case VALUE_TRUE -> Value.of(true);
                    case VALUE_FALSE -> Value.of(false);
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(place);
                    case VALUE_STRING -> Value.of(parser.getString());
                    default -> Value.NULL;
                };
        String shown = value instanceof Value.Text(String string) ? string : parser.getString();
        return new ScalarNode(shown == null ? "" : shown, value, until(place));
    }

    private Value number(SourceRange place) throws SyntaxException {
        try {
            BigDecimal number = parser.getDecimalValue();
            ReadLimits.checkNumber(number, place);
            return new Value.Num(number);
        } catch (NumberFormatException e) { // an exponent beyond any number
            throw new SyntaxException(
                    "document.number-range", place, Map.of("number", parser.getString()));
        }
    }

    /** Returns the range of the key that begins here; the parser is already past its colon. */
    private SourceRange quoted() {
        SourceRange begin = here();
        int end = begin.start() + 1;
        while (end < text.length() && text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return new SourceRange(
                begin.line(), begin.column(), begin.start(), Math.min(end + 1, text.length()));
    }

    private SourceRange here() {
        TokenStreamLocation place = parser.currentTokenLocation();
        int offset = (int) Math.max(0, place.getCharOffset());
        return new SourceRange(
                Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()), offset, offset);
    }

    private SourceRange until(SourceRange begin) {
        int end =
                (int)
                        Math.clamp(
                                parser.currentLocation().getCharOffset(),
                                begin.start(),
                                text.length());
        return new SourceRange(begin.line(), begin.column(), begin.start(), end);
    }
}
