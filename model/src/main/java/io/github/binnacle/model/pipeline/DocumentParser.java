package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.address.Address.DocumentAddress;
import io.github.binnacle.model.codec.DocumentText;
import io.github.binnacle.model.codec.SyntaxException;
import io.github.binnacle.model.document.DocumentNode;
import io.github.binnacle.model.document.DocumentNode.MappingNode;
import io.github.binnacle.model.document.SourceRange;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a pipeline document of a text: tells YAML from JSON, and a pipeline from other files. */
final class DocumentParser {
    private static final SourceRange START = new SourceRange(1, 1, 0, 0);

    private final DocumentAddress address;

    DocumentParser(DocumentAddress address) {
        this.address = address;
    }

    Outcome<PipelineDocument> parse(String text) {
        try {
            return read(DocumentText.read(text));
        } catch (SyntaxException e) {
            return refuse(e.code(), e.range(), e.arguments());
        }
    }

    Outcome<PipelineDocument> read(DocumentText source) {
        List<DocumentNode> parts = source.documents();
        if (parts.isEmpty() || !(parts.getFirst().resolved() instanceof MappingNode first)) {
            return refuse("document.empty", START, Map.of());
        }
        Optional<String> other = FileKind.otherThanPipeline(first);
        if (other.isPresent()) {
            return refuse("document.other-kind", START, Map.of("kind", other.get()));
        }
        return read(source, unnest(first, parts));
    }

    /** KFP's API nests both specs in one object. */
    private static List<DocumentNode> unnest(MappingNode first, List<DocumentNode> parts) {
        Optional<DocumentNode> spec = field(first, "pipelineSpec", "pipeline_spec");
        if (spec.isEmpty()) {
            return parts;
        }
        List<DocumentNode> unnested = new ArrayList<>();
        unnested.add(spec.get());
        field(first, "platformSpec", "platform_spec").ifPresent(unnested::add);
        return unnested;
    }

    private static Optional<DocumentNode> field(MappingNode node, String name, String snake) {
        return node.entry(name).or(() -> node.entry(snake)).map(DocumentNode.Entry::value);
    }

    private Outcome<PipelineDocument> read(DocumentText source, List<DocumentNode> parts) {
        ReadingProblems problems = new ReadingProblems(address);
        PipelineSpec spec = new PipelineSpecReader().read(parts.getFirst(), problems);
        PlatformSpec platform =
                parts.size() > 1 && parts.get(1).resolved() instanceof MappingNode
                        ? new PlatformSpecReader().read(parts.get(1), problems)
                        : PlatformSpec.EMPTY;
        if (parts.size() > 2) {
            problems.add(
                    "document.more-parts",
                    Severity.WARNING,
                    parts.get(2).range(),
                    Map.of("count", parts.size()));
        }
        return problems.hasErrors()
                ? new Outcome.Refused<>(problems.found())
                : new Outcome.Done<>(
                        new PipelineDocument(address, source, parts, spec, platform),
                        problems.found());
    }

    private Outcome<PipelineDocument> refuse(
            String code, SourceRange range, Map<String, Object> arguments) {
        return new Outcome.Refused<>(new Problem(code, Severity.ERROR, address, range, arguments));
    }
}
