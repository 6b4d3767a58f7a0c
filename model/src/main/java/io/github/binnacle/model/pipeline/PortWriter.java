package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.pipeline.ComponentSpec.ComponentInputsSpec;
import io.github.binnacle.model.pipeline.ComponentSpec.ComponentOutputsSpec;
import io.github.binnacle.model.value.Value;
import org.jspecify.annotations.Nullable;

/** Writes the inputs and outputs of components. */
final class PortWriter {
    private PortWriter() {}

    static Fields inputs(ComponentInputsSpec inputs) {
        Fields artifacts = new Fields();
        inputs.artifacts()
                .forEach((name, input) ->
                        artifacts.put(
                                name,
                                new Fields()
                                        .put("artifactType", type(input.artifactType()))
                                        .text("description", input.description())
                                        .flag("isArtifactList", input.isArtifactList())
                                        .flag("isOptional", input.isOptional())
                                        .struct()));
        Fields parameters = new Fields();
        inputs.parameters().forEach((name, input) -> parameters.put(name, value(input)));
        return new Fields().fields("artifacts", artifacts).fields("parameters", parameters);
    }

    private static Value value(ComponentInputsSpec.ParameterSpec input) {
        Fields fields = new Fields();
        @Nullable Value defaultValue = input.defaultValue();
        if (defaultValue != null) {
            fields.put("defaultValue", defaultValue);
        }
        return fields.text("description", input.description())
                .flag("isOptional", input.isOptional())
                .list("literals", input.literals(), literal -> literal)
                .text("parameterType", type(input.parameterType()))
                .struct();
    }

    static Fields outputs(ComponentOutputsSpec outputs) {
        Fields artifacts = new Fields();
        outputs.artifacts()
                .forEach((name, output) ->
                        artifacts.put(
                                name,
                                new Fields()
                                        .put("artifactType", type(output.artifactType()))
                                        .text("description", output.description())
                                        .flag("isArtifactList", output.isArtifactList())
                                        .struct("metadata", output.metadata())
                                        .struct()));
        Fields parameters = new Fields();
        outputs.parameters()
                .forEach((name, output) ->
                        parameters.put(
                                name,
                                new Fields()
                                        .text("description", output.description())
                                        .text("parameterType", type(output.parameterType()))
                                        .struct()));
        return new Fields().fields("artifacts", artifacts).fields("parameters", parameters);
    }

    private static String type(ParameterType type) {
        return type == ParameterType.PARAMETER_TYPE_ENUM_UNSPECIFIED ? "" : type.name();
    }

    static Value type(ArtifactTypeSchema type) {
        return new Fields()
                .text("instanceSchema", type.instanceSchema())
                .text("schemaTitle", type.schemaTitle())
                .text("schemaUri", type.schemaUri())
                .text("schemaVersion", type.schemaVersion())
                .struct();
    }
}
