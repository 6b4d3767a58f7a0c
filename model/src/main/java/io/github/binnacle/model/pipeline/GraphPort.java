package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * An input or output of a graph node.
 *
 * @param isRequired an input that must be given: neither optional nor with a default
 * @param isSet an input that the document gives a value, or that a loop fills
 * @param constant the value written in the document; null if there is none
 * @param defaultValue used when the input is left out; null if there is none
 * @param description of the component's author; may be empty
 */
public record GraphPort(
        String name,
        PortType type,
        boolean isRequired,
        boolean isSet,
        @Nullable Value constant,
        @Nullable Value defaultValue,
        String description) {

    /** What may go through a port. */
    public sealed interface PortType {
        record Parameter(ParameterType type) implements PortType {}

        record Artifact(ArtifactTypeSchema type, boolean isList) implements PortType {}
    }

    public boolean isParameter() {
        return type instanceof PortType.Parameter;
    }

    /** Says whether the port takes or gives several values: a list of artifacts, or a LIST. */
    public boolean isList() {
        return switch (type) {
            case PortType.Parameter(ParameterType parameter) -> parameter == ParameterType.LIST;
            case PortType.Artifact artifact -> artifact.isList();
        };
    }

    /** Returns the type's name as the document spells it: {@code STRING}, {@code system.Model}. */
    public String typeName() {
        return switch (type) {
            case PortType.Parameter(ParameterType parameter) -> parameter.name();
            case PortType.Artifact(ArtifactTypeSchema schema, boolean _) -> schema.title();
        };
    }
}
