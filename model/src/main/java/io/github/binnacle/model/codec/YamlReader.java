package io.github.binnacle.model.codec;

import io.github.binnacle.model.document.DocumentNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads YAML 1.2 into positioned trees.
 *
 * <p>Works on the event stream, counting size, depth and expanded nodes before anything is built,
 * so hostile texts cost no more than their length.
 */
public final class YamlReader {
    private YamlReader() {}

    /**
     * Reads every document of a text.
     *
     * @throws SyntaxException if the text is no YAML, holds a duplicate key, or is beyond the
     *     limits
     */
    public static List<DocumentNode> read(String text) throws SyntaxException {
        ReadLimits.checkLength(text);
        SourcePositions positions = new SourcePositions(text);
        try {
            return readDocuments(text, positions);
        } catch (MarkedYamlEngineException e) {
            throw syntax(e, positions);
        } catch (ReaderException e) {
            throw new SyntaxException(
                    "document.bad-character",
                    positions.at(e.getPosition()),
                    Map.of("code", "U+" + Integer.toHexString(e.getCodePoint()).toUpperCase()));
        } catch (YamlEngineException e) {
            throw new SyntaxException(
                    "document.syntax",
                    positions.at(0),
                    Map.of("detail", String.valueOf(e.getMessage())));
        }
    }

    private static List<DocumentNode> readDocuments(String text, SourcePositions positions)
            throws SyntaxException {
        LoadSettings settings =
                LoadSettings.builder()
                        .setCodePointLimit(Integer.MAX_VALUE)
                        .setUseMarks(true)
                        .setBufferSize(16 * 1024)
                        .build();
        String readable = SeparatorEscapes.hide(positions.withoutMark());
        ParserImpl events = new ParserImpl(settings, new StreamReader(settings, readable));
        List<DocumentNode> documents = new ArrayList<>();
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent) {
                documents.add(new YamlComposer(events, positions).compose());
            }
        }
        return documents;
    }

    private static SyntaxException syntax(MarkedYamlEngineException e, SourcePositions positions) {
        int index = e.getProblemMark().map(Mark::getIndex).orElse(0);
        String problem = e.getProblem() == null ? "" : e.getProblem();
        return new SyntaxException(
                "document.syntax", positions.at(index), Map.of("detail", problem));
    }
}
