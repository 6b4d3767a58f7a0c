package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.pipeline.GraphPort.PortType;
import java.util.Optional;

/** Says what ports give and take, and what fits what. */
final class PortTypes {
    private static final String SYSTEM = "system.";

    private PortTypes() {}

    /** Returns what an output of a component gives; that of a loop is a list of its body's. */
    static Optional<PortType> output(
            ComponentSpec component, String key, boolean isParameter, boolean isLoop) {
        if (isParameter) {
            return Optional.ofNullable(component.outputDefinitions().parameters().get(key))
                    .map(output ->
                            new PortType.Parameter(
                                    isLoop ? ParameterType.LIST : output.parameterType()));
        }
        return Optional.ofNullable(component.outputDefinitions().artifacts().get(key))
                .map(output ->
                        new PortType.Artifact(
                                output.artifactType(), isLoop || output.isArtifactList()));
    }

    /** Returns what an input of a component takes. */
    static Optional<PortType> input(ComponentSpec component, String key, boolean isParameter) {
        if (isParameter) {
            return Optional.ofNullable(component.inputDefinitions().parameters().get(key))
                    .map(input -> new PortType.Parameter(input.parameterType()));
        }
        return Optional.ofNullable(component.inputDefinitions().artifacts().get(key))
                .map(input -> new PortType.Artifact(input.artifactType(), input.isArtifactList()));
    }

    /** Says whether what {@code given} gives may go where {@code taken} is taken. */
    static boolean fits(PortType given, PortType taken) {
        return switch (given) {
            case PortType.Parameter(ParameterType from) ->
                    taken instanceof PortType.Parameter(ParameterType to) && fits(from, to);
            case PortType.Artifact(ArtifactTypeSchema from, boolean isList) ->
                    taken instanceof PortType.Artifact(ArtifactTypeSchema to, boolean takesList)
                            && isList == takesList
                            && fits(from, to);
        };
    }

    private static boolean fits(ParameterType given, ParameterType taken) {
        if (given == taken
                || given == ParameterType.PARAMETER_TYPE_ENUM_UNSPECIFIED
                || taken == ParameterType.PARAMETER_TYPE_ENUM_UNSPECIFIED) {
            return true;
        }
        return switch (taken) {
            case NUMBER_DOUBLE -> given == ParameterType.NUMBER_INTEGER;
            case STRUCT ->
                    given == ParameterType.TASK_FINAL_STATUS || given == ParameterType.TASK_CONFIG;
            case TASK_FINAL_STATUS, TASK_CONFIG -> given == ParameterType.STRUCT;
            case PARAMETER_TYPE_ENUM_UNSPECIFIED, NUMBER_INTEGER, STRING, BOOLEAN, LIST -> false;
        };
    }

    /** Generic artifacts fit everything; of other vendors' types, nothing is known. */
    private static boolean fits(ArtifactTypeSchema given, ArtifactTypeSchema taken) {
        String generic = ArtifactTypeSchema.ARTIFACT.schemaTitle();
        String from = given.title();
        String to = taken.title();
        return from.equals(to)
                || from.equals(generic)
                || to.equals(generic)
                || !from.startsWith(SYSTEM)
                || !to.startsWith(SYSTEM);
    }

    /** Names a type for users, as the document spells it. */
    static String name(PortType type) {
        return switch (type) {
            case PortType.Parameter(ParameterType parameter) -> parameter.name();
            case PortType.Artifact(ArtifactTypeSchema schema, boolean isList) ->
                    isList ? "list of " + schema.title() : schema.title();
        };
    }
}
