package io.github.binnacle.localengine.plan;

import io.github.binnacle.model.codec.JsonReader;
import io.github.binnacle.model.codec.SyntaxException;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.PipelineContainerSpec;
import io.github.binnacle.model.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the command that a container starts, as far as it stands in the document. */
final class CommandWords {
    private static final Pattern PYTHON = Pattern.compile("(.*/)?python(3(\\.\\d+)?)?");

    private CommandWords() {}

    /**
     * Returns the words that may be first; several if a condition chooses, none if only the run
     * will tell.
     */
    static List<String> first(PipelineContainerSpec container) {
        if (container.command().isEmpty()) {
            return List.of();
        }
        String word = container.command().getFirst();
        return structure(word)
                .map(CommandWords::first)
                .orElseGet(() -> Stream.of(word))
                .filter(found -> !found.isEmpty() && !found.contains("{{"))
                .distinct()
                .toList();
    }

    static boolean isPython(String word) {
        return PYTHON.matcher(word).matches();
    }

    private static Stream<String> first(Value value) {
        return switch (value) {
            case Value.Text(String text) -> Stream.of(text);
            case Value.Items(List<Value> items) when !items.isEmpty() -> first(items.getFirst());
            case Value.Struct struct ->
                    struct.field("IfPresent").stream()
                            .filter(Value.Struct.class::isInstance)
                            .map(Value.Struct.class::cast)
                            .flatMap(choice ->
                                    Stream.of("Then", "Else")
                                            .flatMap(branch -> choice.field(branch).stream()))
                            .flatMap(CommandWords::first);
            default -> Stream.empty();
        };
    }

    private static Optional<Value> structure(String word) {
        if (!word.startsWith("{\"")) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonReader.parse(word));
        } catch (SyntaxException e) {
            return Optional.empty();
        }
    }
}
