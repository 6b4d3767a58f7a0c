package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.document.DocumentNode;
import io.github.binnacle.model.pipeline.DagSpec.ArtifactSelectorSpec;
import io.github.binnacle.model.pipeline.DagSpec.DagOutputArtifactSpec;
import io.github.binnacle.model.pipeline.DagSpec.DagOutputParameterSpec;
import io.github.binnacle.model.pipeline.DagSpec.DagOutputsSpec;
import io.github.binnacle.model.pipeline.DagSpec.ParameterSelectorSpec;
import java.util.Map;

/** Reads a PipelineSpec (KFP v2 IR, first document of a file). */
final class PipelineSpecReader {
    private final ComponentReader components = new ComponentReader(this::dag);
    private final TaskReader tasks = new TaskReader();
    private final ExecutorReader executors = new ExecutorReader();

    PipelineSpec read(DocumentNode node, ReadingProblems problems) {
        NodeReader spec = NodeReader.of(node, "the pipeline", problems);
        return new PipelineSpec(
                spec.mapping("pipelineInfo")
                        .map(PipelineSpecReader::info)
                        .orElse(new PipelineSpec.PipelineInfo("", "", "")),
                spec.text("schemaVersion"),
                spec.text("sdkVersion"),
                spec.text("defaultPipelineRoot"),
                spec.mapOfMappings("components", components::read),
                deployment(spec),
                spec.mapping("root").map(components::read).orElseGet(components::empty));
    }

    private static PipelineSpec.PipelineInfo info(NodeReader info) {
        return new PipelineSpec.PipelineInfo(
                info.text("name"), info.text("displayName"), info.text("description"));
    }

    private PipelineDeploymentConfig deployment(NodeReader spec) {
        return spec.mapping("deploymentSpec")
                .map(config -> config.mapOfMappings("executors", executors::read))
                .map(PipelineDeploymentConfig::new)
                .orElse(PipelineDeploymentConfig.EMPTY);
    }

    private DagSpec dag(NodeReader dag) {
        return new DagSpec(
                dag.mapOfMappings("tasks", tasks::read),
                dag.mapping("outputs")
                        .map(PipelineSpecReader::outputs)
                        .orElse(DagOutputsSpec.EMPTY));
    }

    private static DagOutputsSpec outputs(NodeReader outputs) {
        return new DagOutputsSpec(
                outputs.mapOfMappings("artifacts", PipelineSpecReader::outputArtifact),
                outputs.mapOfMappings("parameters", PipelineSpecReader::outputParameter));
    }

    private static DagOutputArtifactSpec outputArtifact(NodeReader output) {
        return new DagOutputArtifactSpec(
                output.list(
                        "artifactSelectors",
                        selector ->
                                new ArtifactSelectorSpec(
                                        selector.text("producerSubtask"),
                                        selector.text("outputArtifactKey"))));
    }

    private static DagOutputParameterSpec outputParameter(NodeReader output) {
        if (output.has("valueFromOneof")) {
            return new DagOutputParameterSpec.ValueFromOneof(
                    output.mapping("valueFromOneof")
                            .orElseThrow()
                            .list("parameterSelectors", PipelineSpecReader::parameterSelector));
        }
        return new DagOutputParameterSpec.ValueFromParameter(
                output.mapping("valueFromParameter")
                        .map(PipelineSpecReader::parameterSelector)
                        .orElseGet(() -> missingSelector(output)));
    }

    private static ParameterSelectorSpec missingSelector(NodeReader output) {
        output.problems().wrongType(output.node(), "valueFromParameter", "an output of a task");
        return new ParameterSelectorSpec("", "");
    }

    private static ParameterSelectorSpec parameterSelector(NodeReader selector) {
        return new ParameterSelectorSpec(
                selector.text("producerSubtask"), selector.text("outputParameterKey"));
    }

    static ArtifactTypeSchema artifactType(NodeReader owner, String field) {
        return owner.mapping(field)
                .map(type ->
                        new ArtifactTypeSchema(
                                type.text("schemaTitle"),
                                type.text("schemaUri"),
                                type.text("instanceSchema"),
                                type.text("schemaVersion")))
                .orElse(ArtifactTypeSchema.ARTIFACT);
    }

    /** Reads an enumeration word. */
    static <E extends Enum<E>> E word(
            NodeReader owner, String field, Map<String, E> words, E otherwise) {
        String word = owner.field(field).map(node -> owner.text(node, field)).orElse("");
        if (word.isEmpty()) {
            return otherwise;
        }
        E known = words.get(word);
        if (known == null) {
            owner.problems()
                    .unknownWord(
                            owner.field(field).orElseThrow(),
                            field,
                            word,
                            String.join(", ", words.keySet()));
            return otherwise;
        }
        return known;
    }
}
