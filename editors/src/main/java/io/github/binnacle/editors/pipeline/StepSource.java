package io.github.binnacle.editors.pipeline;

import io.github.binnacle.model.pipeline.ComponentSpec;
import io.github.binnacle.model.pipeline.GraphNode;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.PipelineContainerSpec;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.ui.code.Language;
import io.github.binnacle.ui.code.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the code that a step runs: the Python within it, or else its command. */
final class StepSource {
    private StepSource() {}

    /** Returns the code; empty if the step runs none. */
    static Optional<SourceText> of(PipelineDocument document, GraphNode node) {
        return container(document, node).map(StepSource::source);
    }

    private static Optional<PipelineContainerSpec> container(
            PipelineDocument document, GraphNode node) {
        return Optional.ofNullable(document.spec().components().get(node.component()))
                .flatMap(ComponentSpec::executorLabel)
                .map(label -> document.spec().deploymentSpec().executors().get(label))
                .filter(PipelineContainerSpec.class::isInstance)
                .map(PipelineContainerSpec.class::cast);
    }

    private static SourceText source(PipelineContainerSpec container) {
        List<String> words = new ArrayList<>(container.command());
        words.addAll(container.args());
        return words.stream()
                .filter(word -> word.contains("\ndef ") || word.startsWith("def "))
                .max(Comparator.comparingInt(String::length))
                .map(python -> SourceText.of(python.strip(), Language.PYTHON))
                .orElseGet(() -> SourceText.of(String.join("\n", words), Language.PLAIN));
    }
}
