package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.address.Address.DocumentAddress;
import io.github.binnacle.model.codec.DocumentText;
import io.github.binnacle.model.document.DocumentNode;
import io.github.binnacle.model.document.NodePath;
import io.github.binnacle.model.document.SourceRange;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pipeline file: its text, and what the text means.
 *
 * @param source the text with its trees
 * @param parts the trees of the two specs, pipeline spec first
 */
public record PipelineDocument(
        DocumentAddress address,
        DocumentText source,
        List<DocumentNode> parts,
        PipelineSpec spec,
        PlatformSpec platform) {
    public PipelineDocument {
        parts = List.copyOf(parts);
    }

    /** Returns the text: what is saved, byte for byte what was read unless it was edited. */
    public String text() {
        return source.text();
    }

    /** Reads YAML or JSON; what is wrong with it is refused with places. */
    public static Outcome<PipelineDocument> parse(DocumentAddress address, String text) {
        return new DocumentParser(address).parse(text);
    }

    /** Reads a text whose trees are known. */
    public static Outcome<PipelineDocument> of(DocumentAddress address, DocumentText text) {
        return new DocumentParser(address).read(text);
    }

    /** Reads a file in UTF-8; a file that cannot be read is refused. */
    public static Outcome<PipelineDocument> readFile(Path path) {
        DocumentAddress address = new DocumentAddress(path.toString());
        try {
            String text = Files.readString(path);
            return path.toString().endsWith(".py")
                    ? refused(address, "document.python", "")
                    : parse(address, text);
        } catch (NoSuchFileException e) {
            return refused(address, "document.missing", "");
        } catch (AccessDeniedException e) {
            return refused(address, "document.forbidden", "");
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

    /**
     * Returns the way from the top of the text to a node of a part, as the text spells it.
     *
     * <p>Keys are given in lowerCamelCase; texts may have them in snake_case. KFP's API nests both
     * specs in one object.
     */
    public NodePath path(int part, List<String> keys) {
        return nested(part, spelled(parts.get(part), keys));
    }

    private static List<String> spelled(DocumentNode root, List<String> keys) {
        List<String> spelled = new ArrayList<>();
        Optional<DocumentNode> node = Optional.of(root);
        for (String key : keys) {
            DocumentNode parent = node.map(DocumentNode::resolved).orElse(null);
            spelled.add(parent == null ? key : NodeLookup.spelling(parent, key).orElse(key));
            node = parent == null ? Optional.empty() : NodeLookup.child(parent, key);
        }
        return spelled;
    }

    private NodePath nested(int part, List<String> keys) {
        DocumentNode root = source.documents().getFirst().resolved();
        if (parts.getFirst() == source.documents().getFirst()
                || !(root instanceof DocumentNode.MappingNode mapping)) {
            return new NodePath(part, keys);
        }
        List<String> nested = new ArrayList<>();
        mapping.entries().stream()
                .filter(entry -> part < parts.size() && entry.value() == parts.get(part))
                .findFirst()
                .ifPresent(entry -> nested.add(entry.key().text()));
        nested.addAll(keys);
        return new NodePath(0, nested);
    }

    /** Says whether there is a node at a path of the text. */
    public boolean holds(NodePath path) {
        return find(source.documents().get(path.document()), path.keys()).isPresent();
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
            Optional<DocumentNode> child = NodeLookup.child(parent, key);
            if (child.isEmpty()) {
                break;
            }
            node = child.get();
            nearest =
                    node instanceof DocumentNode.ScalarNode
                            ? node.range()
                            : NodeLookup.keyRange(parent, key).orElse(node.range());
        }
        return nearest;
    }

    private static Optional<DocumentNode> find(DocumentNode root, List<String> keys) {
        DocumentNode node = root.resolved();
        for (String key : keys) {
            Optional<DocumentNode> child = NodeLookup.child(node, key);
            if (child.isEmpty()) {
                return Optional.empty();
            }
            node = child.get().resolved();
        }
        return Optional.of(node);
    }
}
