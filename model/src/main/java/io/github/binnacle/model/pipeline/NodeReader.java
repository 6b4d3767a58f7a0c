package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.document.DocumentNode;
import io.github.binnacle.model.document.DocumentNode.Entry;
import io.github.binnacle.model.document.DocumentNode.MappingNode;
import io.github.binnacle.model.document.DocumentNode.ScalarNode;
import io.github.binnacle.model.document.DocumentNode.SequenceNode;
import io.github.binnacle.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Reads the fields of one mapping as proto3's JSON form has them: lowerCamelCase or snake_case
 * names, null as absent, numbers also as text. What is of the wrong type becomes a problem and
 * reads as absent.
 */
final class NodeReader {
    private final MappingNode node;
    private final ReadingProblems problems;

    NodeReader(MappingNode node, ReadingProblems problems) {
        this.node = node;
        this.problems = problems;
    }

    /** Reads a node as a mapping; anything else is a problem and reads as empty. */
    static NodeReader of(DocumentNode node, String what, ReadingProblems problems) {
        if (node.resolved() instanceof MappingNode mapping) {
            return new NodeReader(mapping, problems);
        }
        problems.wrongType(node, what, "a mapping");
        return new NodeReader(new MappingNode(List.of(), false, node.range()), problems);
    }

    DocumentNode node() {
        return node;
    }

    ReadingProblems problems() {
        return problems;
    }

    /** Returns a field by its lowerCamelCase name. */
    Optional<DocumentNode> field(String name) {
        return NodeLookup.entry(node, name).map(Entry::value).filter(value -> !isNull(value));
    }

    boolean has(String name) {
        return field(name).isPresent();
    }

    String text(String name) {
        return field(name).map(value -> text(value, name)).orElse("");
    }

    String text(DocumentNode value, String name) {
        if (value.resolved() instanceof ScalarNode scalar) {
            return switch (scalar.value()) {
                case Value.Text(String text) -> text;
                case Value.Num _, Value.Bool _ -> scalarAsText(scalar, name);
                default -> "";
            };
        }
        problems.wrongType(value, name, "text");
        return "";
    }

    private String scalarAsText(ScalarNode scalar, String name) {
        problems.unquoted(scalar, name);
        return scalar.text();
    }

    boolean flag(String name) {
        Optional<DocumentNode> value = field(name);
        if (value.isEmpty()) {
            return false;
        }
        if (value.get().value() instanceof Value.Bool(boolean flag)) {
            return flag;
        }
        problems.wrongType(value.get(), name, "true or false");
        return false;
    }

    /** Returns a whole number in the range of an int; 0 if there is none. */
    int count(String name) {
        return (int) Math.clamp(whole(name), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** Returns a field, a null that is written out included. */
    Optional<Value> valueOrNull(String name) {
        return NodeLookup.entry(node, name).map(entry -> entry.value().value());
    }

    /** Returns a whole number; 0 if there is none. */
    long whole(String name) {
        return field(name).flatMap(value -> number(value, name)).map(Double::longValue).orElse(0L);
    }

    Optional<Double> number(String name) {
        return field(name).flatMap(value -> number(value, name));
    }

    private Optional<Double> number(DocumentNode value, String name) {
        Optional<Double> number = finite(value.value());
        if (number.isEmpty()) {
            problems.wrongType(value, name, "a number");
        }
        return number;
    }

    private static Optional<Double> finite(Value value) {
        try {
            double number =
                    switch (value) {
                        case Value.Num given -> given.toDouble();
                        case Value.Text(String text) -> Double.parseDouble(text);
                        default -> Double.NaN;
                    };
            return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    Optional<NodeReader> mapping(String name) {
        return field(name).map(value -> of(value, name, problems));
    }

    /** Reads each entry of a mapping field; empty if there is none. */
    <T> Map<String, T> map(String name, Function<DocumentNode, T> reader) {
        Map<String, T> read = new LinkedHashMap<>();
        mapping(name)
                .ifPresent(mapping ->
                        mapping.forEach((key, value) -> read.put(key, reader.apply(value))));
        return read;
    }

    /** Reads each entry of a mapping field that is itself a mapping. */
    <T> Map<String, T> mapOfMappings(String name, Function<NodeReader, T> reader) {
        return map(name, value -> reader.apply(of(value, name, problems)));
    }

    void forEach(BiConsumer<String, DocumentNode> action) {
        node.entries().forEach(entry -> action.accept(entry.key().text(), entry.value()));
    }

    List<String> keys() {
        return node.entries().stream().map(entry -> entry.key().text()).toList();
    }

    List<DocumentNode> items(String name) {
        Optional<DocumentNode> value = field(name);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get().resolved() instanceof SequenceNode sequence) {
            return sequence.items();
        }
        problems.wrongType(value.get(), name, "a list");
        return List.of();
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        items(name).forEach(item -> texts.add(text(item, name)));
        return texts;
    }

    <T> List<T> list(String name, Function<NodeReader, T> reader) {
        List<T> read = new ArrayList<>();
        items(name).forEach(item -> read.add(reader.apply(of(item, name, problems))));
        return read;
    }

    Value.Struct struct(String name) {
        return mapping(name).map(mapping -> mapping.node.value()).orElse(Value.Struct.EMPTY);
    }

    private static boolean isNull(DocumentNode value) {
        return value.resolved() instanceof ScalarNode scalar
                && scalar.value() instanceof Value.Null;
    }
}
