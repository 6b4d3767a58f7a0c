package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.pipeline.ComponentSpec.ComponentInputsSpec.ParameterSpec;
import io.github.binnacle.model.pipeline.GraphPort.PortType;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.InputArtifactSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.InputParameterSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.ParameterSource;
import io.github.binnacle.model.value.Value;
import java.util.Map;
import java.util.Optional;

/**
 * What a task gets is of the type its component takes.
 *
 * <p>As the KFP SDK does, loop items of type STRING are let through: nothing is known of them.
 */
final class TypeRule implements PipelineValidator.DagRule {
    @Override
    public void check(DagScope dag, Findings findings) {
        dag.dag()
                .tasks()
                .forEach((name, task) ->
                        dag.component(task)
                                .ifPresent(component ->
                                        checkTask(dag, name, task, component, findings)));
    }

    private static void checkTask(
            DagScope dag,
            String name,
            PipelineTaskSpec task,
            ComponentSpec component,
            Findings findings) {
        task.inputs()
                .parameters()
                .forEach((port, input) -> {
                    ParameterSpec declared = component.inputDefinitions().parameters().get(port);
                    if (declared != null && input.parameterExpressionSelector().isEmpty()) {
                        Place place = dag.task(name).input(port).at("inputs", "parameters", port);
                        checkParameter(dag, name, port, input, declared, place, findings);
                    }
                });
        task.inputs()
                .artifacts()
                .forEach((port, input) -> {
                    Optional<PortType> taken = PortTypes.input(component, port, false);
                    Place place = dag.task(name).input(port).at("inputs", "artifacts", port);
                    taken.ifPresent(type ->
                            artifactType(dag, input)
                                    .filter(given -> !PortTypes.fits(given, type))
                                    .ifPresent(given ->
                                            mismatch(name, port, given, type, place, findings)));
                });
    }

    private static void checkParameter(
            DagScope dag,
            String task,
            String port,
            InputParameterSpec input,
            ParameterSpec declared,
            Place place,
            Findings findings) {
        PortType taken = new PortType.Parameter(declared.parameterType());
        switch (input.source()) {
            case ParameterSource.TaskOutput(String producer, String key) ->
                    dag.outputType(producer, key, true)
                            .filter(given -> !PortTypes.fits(given, taken))
                            .ifPresent(
                                    given -> mismatch(task, port, given, taken, place, findings));
            case ParameterSource.ComponentInput(String name) ->
                    checkOuter(dag, task, port, name, taken, place, findings);
            case ParameterSource.RuntimeParameter(String name) ->
                    checkOuter(dag, task, port, name, taken, place, findings);
            case ParameterSource.RuntimeConstant(Value constant) ->
                    checkConstant(task, port, constant, declared, place, findings);
            case ParameterSource.TaskFinalStatus _, ParameterSource.Missing _ -> {}
        }
    }

    private static void checkOuter(
            DagScope dag,
            String task,
            String port,
            String name,
            PortType taken,
            Place place,
            Findings findings) {
        PortTypes.input(dag.owner(), name, true)
                .filter(given -> !PortTypes.fits(given, taken))
                .filter(given -> !(dag.isItemInput(name) && isText(given, taken)))
                .ifPresent(given -> mismatch(task, port, given, taken, place, findings));
    }

    /** Items of loops are typed by the compiler as best it can, often as STRING. */
    private static boolean isText(PortType given, PortType taken) {
        PortType text = new PortType.Parameter(ParameterType.STRING);
        return given.equals(text) || taken.equals(text);
    }

    private static void checkConstant(
            String task,
            String port,
            Value constant,
            ParameterSpec declared,
            Place place,
            Findings findings) {
        Place at = place.at("runtimeValue", "constant");
        if (constant instanceof Value.Null) {
            return;
        }
        if (!Constants.fits(constant, declared.parameterType())) {
            findings.error(
                    "pipeline.constant-type",
                    at,
                    Map.of(
                            "task",
                            task,
                            "input",
                            port,
                            "type",
                            declared.parameterType().name(),
                            "found",
                            Constants.describe(constant)));
        } else if (!declared.literals().isEmpty() && !declared.literals().contains(constant)) {
            findings.error(
                    "pipeline.not-a-literal",
                    at,
                    Map.of(
                            "input", port,
                            "value", Constants.describe(constant),
                            "allowed", Constants.list(declared.literals())));
        }
    }

    private static Optional<PortType> artifactType(DagScope dag, InputArtifactSpec input) {
        return switch (input) {
            case InputArtifactSpec.TaskOutput(String producer, String key) ->
                    dag.outputType(producer, key, false);
            case InputArtifactSpec.ComponentInput(String name) ->
                    PortTypes.input(dag.owner(), name, false);
            case InputArtifactSpec.Missing _ -> Optional.empty();
        };
    }

    private static void mismatch(
            String task,
            String port,
            PortType given,
            PortType taken,
            Place place,
            Findings findings) {
        findings.error(
                "pipeline.type-mismatch",
                place,
                Map.of(
                        "task",
                        task,
                        "input",
                        port,
                        "given",
                        PortTypes.name(given),
                        "taken",
                        PortTypes.name(taken)));
    }
}
