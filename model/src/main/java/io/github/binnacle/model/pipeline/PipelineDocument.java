package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.address.Address.DocumentAddress;
import io.github.binnacle.model.document.DocumentNode;
import io.github.binnacle.model.document.SourceRange;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pipeline file: its text, and what the text means.
 *
 * @param parts the trees of its YAML documents, pipeline spec first
 */
public record PipelineDocument(
        DocumentAddress address,
        String text,
        List<DocumentNode> parts,
        PipelineSpec spec,
        PlatformSpec platform) {
    public PipelineDocument {
        parts = List.copyOf(parts);
    }

    /** Reads YAML or JSON; what is wrong with it is refused with places. */
    public static Outcome<PipelineDocument> parse(DocumentAddress address, String text) {
        return new DocumentParser(address, text).parse();
    }

    /** Reads a file in UTF-8; a file that cannot be read is refused. */
    public static Outcome<PipelineDocument> readFile(Path path) {
        DocumentAddress address = new DocumentAddress(path.toString());
        try {
            return parse(address, Files.readString(path));
        } catch (CharacterCodingException e) {
            return refused(address, "document.not-utf8", "");
        } catch (IOException e) {
            return refused(address, "document.unreadable", String.valueOf(e.getMessage()));
        }
    }

    private static Outcome<PipelineDocument> refused(
            DocumentAddress address, String code, String detail) {
        return new Outcome.Refused<>(
                new Problem(
                        code,
                        Severity.ERROR,
                        address,
                        null,
                        Map.of("path", address.path(), "detail", detail)));
    }

    /** Returns the tree of one part; 0 is the pipeline spec, 1 the platform spec. */
    public Optional<DocumentNode> part(int number) {
        return number < parts.size() ? Optional.of(parts.get(number)) : Optional.empty();
    }

    /** Finds where a node stands. */
    public Optional<SourceRange> range(Address.NodeAddress node) {
        return part(node.part()).flatMap(root -> find(root, node.keys())).map(DocumentNode::range);
    }

    /** Finds where the nearest node on the way to {@code keys} in the pipeline spec stands. */
    public SourceRange nearestRange(List<String> keys) {
        return nearestRange(0, keys);
    }

    /**
     * Finds where the nearest node on the way to {@code keys} stands; of a mapping or list below a
     * key, the key.
     */
    public SourceRange nearestRange(int part, List<String> keys) {
        DocumentNode node = part(part).orElse(parts.getFirst());
        SourceRange nearest = node.range();
        for (String key : keys) {
            DocumentNode parent = node.resolved();
            Optional<DocumentNode> child = NodeReader.child(parent, key);
            if (child.isEmpty()) {
                break;
            }
            node = child.get();
            nearest =
                    node instanceof DocumentNode.ScalarNode
                            ? node.range()
                            : NodeReader.keyRange(parent, key).orElse(node.range());
        }
        return nearest;
    }

    private static Optional<DocumentNode> find(DocumentNode root, List<String> keys) {
        DocumentNode node = root.resolved();
        for (String key : keys) {
            Optional<DocumentNode> child = NodeReader.child(node, key);
            if (child.isEmpty()) {
                return Optional.empty();
            }
            node = child.get().resolved();
        }
        return Optional.of(node);
    }
}
