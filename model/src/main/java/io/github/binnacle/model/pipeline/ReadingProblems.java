package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.document.DocumentNode;
import io.github.binnacle.model.document.SourceRange;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import io.github.binnacle.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects what is wrong while a document is read. */
final class ReadingProblems {
    /** More of them help nobody. */
    private static final int ENOUGH = 200;

    private final Address where;
    private final List<Problem> found = new ArrayList<>();

    ReadingProblems(Address where) {
        this.where = where;
    }

    void wrongType(DocumentNode node, String field, String expected) {
        add(
                "spec.wrong-type",
                Severity.ERROR,
                node.range(),
                Map.of("field", field, "expected", expected, "found", describe(node)));
    }

    /** A number or boolean stands where text belongs: KFP's parser refuses it. */
    void unquoted(DocumentNode node, String field) {
        add("spec.unquoted", Severity.ERROR, node.range(), Map.of("field", field));
    }

    void unknownWord(DocumentNode node, String field, String found, String allowed) {
        add(
                "spec.unknown-word",
                Severity.ERROR,
                node.range(),
                Map.of("field", field, "found", found, "allowed", allowed));
    }

    void add(String code, Severity severity, SourceRange range, Map<String, Object> arguments) {
        if (found.size() < ENOUGH) {
            found.add(new Problem(code, severity, where, range, arguments));
        }
    }

    boolean hasErrors() {
        return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    List<Problem> found() {
        return List.copyOf(found);
    }

    private static String describe(DocumentNode node) {
        return switch (node.value()) {
            case Value.Null _ -> "nothing";
            case Value.Bool _ -> "true or false";
            case Value.Num _ -> "a number";
            case Value.Text _ -> "text";
            case Value.Items _ -> "a list";
            case Value.Struct _ -> "a mapping";
        };
    }
}
