package io.github.binnacle.model.codec;

import io.github.binnacle.model.document.DocumentNode;
import java.util.List;

/**
 * A YAML or JSON text with the trees it stands for.
 *
 * @param documents one tree for each YAML document; one for JSON
 */
public record DocumentText(String text, List<DocumentNode> documents, boolean isJson) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public DocumentText {
        documents = List.copyOf(documents);
    }

    /**
     * Reads a text as JSON if it begins so, else as YAML. A text that begins like JSON may still be
     * YAML in flow style.
     *
     * @throws SyntaxException if it is neither, or is beyond the limits
     */
    public static DocumentText read(String text) throws SyntaxException {
        return startsLikeJson(text) ? readJson(text) : yaml(text);
    }

    private static boolean startsLikeJson(String text) {
        String start = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        return start.stripLeading().startsWith("{");
    }

    private static DocumentText readJson(String text) throws SyntaxException {
        try {
            return new DocumentText(text, List.of(JsonReader.read(text)), true);
        } catch (SyntaxException notJson) {
            try {
                return yaml(text);
            } catch (SyntaxException notYaml) {
                throw notJson;
            }
        }
    }

    private static DocumentText yaml(String text) throws SyntaxException {
        return new DocumentText(text, YamlReader.read(text), false);
    }
}
