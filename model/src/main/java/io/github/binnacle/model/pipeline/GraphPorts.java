package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.pipeline.ComponentSpec.ComponentInputsSpec;
import io.github.binnacle.model.pipeline.GraphPort.PortType;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.InputArtifactSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.InputParameterSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.Iterator;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.ParameterSource;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.TaskInputsSpec;
import io.github.binnacle.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the ports of the nodes of one DAG. */
final class GraphPorts {
    private final PipelineSpec spec;
    private final DagSpec siblings;
    private final Map<String, PortType> outer = new HashMap<>();

    /**
     * @param outer input ports of the group around
     */
    GraphPorts(PipelineSpec spec, DagSpec siblings, List<GraphPort> outer) {
        this.spec = spec;
        this.siblings = siblings;
        outer.forEach(port -> this.outer.putIfAbsent(port.name(), port.type()));
    }

    static List<GraphPort> inputsOfPipeline(ComponentSpec root) {
        List<GraphPort> ports = new ArrayList<>();
        root.inputDefinitions()
                .artifacts()
                .forEach((name, input) -> ports.add(artifact(name, input, false)));
        root.inputDefinitions()
                .parameters()
                .forEach((name, input) -> ports.add(parameter(name, input, false, null)));
        return ports;
    }

    /** Returns the outputs of a component; those of a loop are lists of its body's. */
    static List<GraphPort> outputs(ComponentSpec component, boolean isLoop) {
        List<GraphPort> ports = new ArrayList<>();
        component
                .outputDefinitions()
                .artifacts()
                .forEach((name, output) ->
                        ports.add(
                                port(
                                        name,
                                        new PortType.Artifact(
                                                output.artifactType(),
                                                isLoop || output.isArtifactList()),
                                        output.description())));
        component
                .outputDefinitions()
                .parameters()
                .forEach((name, output) ->
                        ports.add(
                                port(
                                        name,
                                        new PortType.Parameter(
                                                isLoop
                                                        ? ParameterType.LIST
                                                        : output.parameterType()),
                                        output.description())));
        return ports;
    }

    /** Returns the declared inputs of a task, then those that only feed its constants. */
    List<GraphPort> inputs(PipelineTaskSpec task, @Nullable ComponentSpec component) {
        ComponentInputsSpec declared =
                component == null ? ComponentInputsSpec.EMPTY : component.inputDefinitions();
        TaskInputsSpec given = task.inputs();
        Iterator iterator = task.iterator();
        String item = iterator == null ? "" : iterator.itemInput();
        List<GraphPort> ports = new ArrayList<>();
        declared.artifacts()
                .forEach((name, input) ->
                        ports.add(
                                artifact(
                                        name,
                                        input,
                                        given.artifacts().containsKey(name) || name.equals(item))));
        declared.parameters()
                .forEach((name, input) ->
                        ports.add(
                                parameter(
                                        name,
                                        input,
                                        given.parameters().containsKey(name) || name.equals(item),
                                        constant(given.parameters().get(name)))));
        addUndeclared(ports, given, declared);
        return ports;
    }

    private void addUndeclared(
            List<GraphPort> ports, TaskInputsSpec given, ComponentInputsSpec declared) {
        given.artifacts().keySet().stream()
                .filter(name -> !declared.artifacts().containsKey(name))
                .forEach(name -> ports.add(undeclared(name, type(given.artifacts().get(name)))));
        given.parameters()
                .forEach((name, input) -> {
                    if (!declared.parameters().containsKey(name)) {
                        GraphPort port = undeclared(name, type(input));
                        ports.add(
                                new GraphPort(
                                        name, port.type(), false, true, constant(input), null, ""));
                    }
                });
    }

    private PortType type(InputParameterSpec input) {
        PortType unknown = new PortType.Parameter(ParameterType.PARAMETER_TYPE_ENUM_UNSPECIFIED);
        return switch (input.source()) {
            case ParameterSource.TaskOutput(String producer, String key) ->
                    output(producer, key, unknown);
            case ParameterSource.ComponentInput(String name) -> outerType(name, unknown);
            case ParameterSource.RuntimeParameter(String name) -> outerType(name, unknown);
            case ParameterSource.RuntimeConstant(Value constant) ->
                    new PortType.Parameter(ParameterType.of(constant));
            case ParameterSource.TaskFinalStatus _ ->
                    new PortType.Parameter(ParameterType.TASK_FINAL_STATUS);
            case ParameterSource.Missing _ -> unknown;
        };
    }

    private PortType type(@Nullable InputArtifactSpec input) {
        PortType unknown = new PortType.Artifact(ArtifactTypeSchema.ARTIFACT, false);
        return switch (input) {
            case InputArtifactSpec.TaskOutput(String producer, String key) ->
                    output(producer, key, unknown);
            case InputArtifactSpec.ComponentInput(String name) -> outerType(name, unknown);
            case InputArtifactSpec.Missing _ -> unknown;
            case null -> unknown;
        };
    }

    private PortType outerType(String name, PortType otherwise) {
        return outer.getOrDefault(name, otherwise);
    }

    private PortType output(String producer, String key, PortType otherwise) {
        PipelineTaskSpec task = siblings.tasks().get(producer);
        ComponentSpec component = task == null ? null : spec.components().get(task.componentRef());
        if (task == null || component == null) {
            return otherwise;
        }
        boolean isParameter = otherwise instanceof PortType.Parameter;
        return PortTypes.output(component, key, isParameter, task.iterator() != null)
                .orElse(otherwise);
    }

    private static @Nullable Value constant(@Nullable InputParameterSpec input) {
        return input != null
                        && input.source() instanceof ParameterSource.RuntimeConstant(Value constant)
                ? constant
                : null;
    }

    private static GraphPort artifact(
            String name, ComponentInputsSpec.ArtifactSpec input, boolean isSet) {
        return new GraphPort(
                name,
                new PortType.Artifact(input.artifactType(), input.isArtifactList()),
                !input.isOptional(),
                isSet,
                null,
                null,
                input.description());
    }

    private static GraphPort parameter(
            String name,
            ComponentInputsSpec.ParameterSpec input,
            boolean isSet,
            @Nullable Value constant) {
        return new GraphPort(
                name,
                new PortType.Parameter(input.parameterType()),
                input.isRequired(),
                isSet,
                constant,
                input.defaultValue(),
                input.description());
    }

    private static GraphPort undeclared(String name, PortType type) {
        return new GraphPort(name, type, false, true, null, null, "");
    }

    private static GraphPort port(String name, PortType type, String description) {
        return new GraphPort(name, type, false, true, null, null, description);
    }
}
