package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.document.DocumentNode;
import io.github.binnacle.model.pipeline.ComponentSpec.ComponentInputsSpec;
import io.github.binnacle.model.pipeline.ComponentSpec.ComponentOutputsSpec;
import io.github.binnacle.model.pipeline.ComponentSpec.Implementation;
import io.github.binnacle.model.pipeline.ComponentSpec.TaskConfigPassthrough;
import io.github.binnacle.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads ComponentSpecs, deprecated spellings included. */
final class ComponentReader {
    private static final Map<String, ParameterType> TYPES = types();

    private final Function<NodeReader, DagSpec> dagReader;

    ComponentReader(Function<NodeReader, DagSpec> dagReader) {
        this.dagReader = dagReader;
    }

    private static Map<String, ParameterType> types() {
        Map<String, ParameterType> types = new LinkedHashMap<>();
        for (ParameterType type : ParameterType.values()) {
            types.put(type.name(), type);
        }
        types.put("INT", ParameterType.NUMBER_INTEGER);
        types.put("DOUBLE", ParameterType.NUMBER_DOUBLE);
        types.put("PRIMITIVE_TYPE_UNSPECIFIED", ParameterType.PARAMETER_TYPE_ENUM_UNSPECIFIED);
        return types;
    }

    ComponentSpec empty() {
        return new ComponentSpec(
                ComponentInputsSpec.EMPTY,
                ComponentOutputsSpec.EMPTY,
                new Implementation.Missing(),
                List.of());
    }

    ComponentSpec read(NodeReader component) {
        return new ComponentSpec(
                component
                        .mapping("inputDefinitions")
                        .map(ComponentReader::inputs)
                        .orElse(ComponentInputsSpec.EMPTY),
                component
                        .mapping("outputDefinitions")
                        .map(ComponentReader::outputs)
                        .orElse(ComponentOutputsSpec.EMPTY),
                implementation(component),
                component.list(
                        "taskConfigPassthroughs",
                        part ->
                                new TaskConfigPassthrough(
                                        part.text("field"), part.flag("applyToTask"))));
    }

    private Implementation implementation(NodeReader component) {
        if (component.has("dag")) {
            return new Implementation.Dag(dagReader.apply(component.mapping("dag").orElseThrow()));
        }
        String label = component.text("executorLabel");
        return label.isEmpty() ? new Implementation.Missing() : new Implementation.Executor(label);
    }

    private static ComponentInputsSpec inputs(NodeReader inputs) {
        return new ComponentInputsSpec(
                inputs.mapOfMappings(
                        "artifacts",
                        artifact ->
                                new ComponentInputsSpec.ArtifactSpec(
                                        PipelineSpecReader.artifactType(artifact, "artifactType"),
                                        artifact.flag("isArtifactList"),
                                        artifact.flag("isOptional"),
                                        artifact.text("description"))),
                inputs.mapOfMappings("parameters", ComponentReader::inputParameter));
    }

    private static ComponentInputsSpec.ParameterSpec inputParameter(NodeReader parameter) {
        return new ComponentInputsSpec.ParameterSpec(
                parameterType(parameter),
                parameter.valueOrNull("defaultValue").orElse(null),
                parameter.flag("isOptional"),
                parameter.text("description"),
                parameter.items("literals").stream().map(DocumentNode::value).toList());
    }

    private static ComponentOutputsSpec outputs(NodeReader outputs) {
        return new ComponentOutputsSpec(
                outputs.mapOfMappings(
                        "artifacts",
                        artifact ->
                                new ComponentOutputsSpec.ArtifactSpec(
                                        PipelineSpecReader.artifactType(artifact, "artifactType"),
                                        artifact.flag("isArtifactList"),
                                        outputMetadata(artifact),
                                        artifact.text("description"))),
                outputs.mapOfMappings(
                        "parameters",
                        parameter ->
                                new ComponentOutputsSpec.ParameterSpec(
                                        parameterType(parameter), parameter.text("description"))));
    }

    private static Value.Struct outputMetadata(NodeReader artifact) {
        Map<String, Value> metadata = new LinkedHashMap<>();
        putConstants(metadata, artifact, "properties");
        putConstants(metadata, artifact, "customProperties");
        metadata.putAll(artifact.struct("metadata").fields());
        return Value.of(metadata);
    }

    private static void putConstants(Map<String, Value> metadata, NodeReader owner, String field) {
        owner.map(field, node -> TaskReader.constant(NodeReader.of(node, field, owner.problems())))
                .forEach(
                        (name, value) -> value.ifPresent(constant -> metadata.put(name, constant)));
    }

    private static ParameterType parameterType(NodeReader parameter) {
        String field = parameter.has("parameterType") ? "parameterType" : "type";
        return PipelineSpecReader.word(
                parameter, field, TYPES, ParameterType.PARAMETER_TYPE_ENUM_UNSPECIFIED);
    }
}
