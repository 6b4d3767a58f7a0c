package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.pipeline.PipelineTaskSpec.InputArtifactSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.ParameterSource;
import java.util.Map;
import java.util.Set;

/** Everything that a task names is there: its component, the tasks and inputs it takes from. */
final class ReferenceRule implements PipelineValidator.DagRule {
    @Override
    public void check(DagScope dag, Findings findings) {
        dag.dag().tasks().forEach((name, task) -> checkTask(dag, name, task, findings));
    }

    private static void checkTask(
            DagScope dag, String name, PipelineTaskSpec task, Findings findings) {
        Set<String> components = dag.spec().components().keySet();
        if (task.componentRef().isEmpty()) {
            findings.error("pipeline.no-component", dag.task(name), Map.of("task", name));
        } else if (!components.contains(task.componentRef())) {
            findings.error(
                    "pipeline.unknown-component",
                    dag.task(name).at("componentRef", "name"),
                    Map.of(
                            "task", name,
                            "component", task.componentRef(),
                            "suggestion", findings.suggestion(task.componentRef(), components)));
        }
        for (int i = 0; i < task.dependentTasks().size(); i++) {
            String upstream = task.dependentTasks().get(i);
            if (!dag.dag().tasks().containsKey(upstream)) {
                Place place = dag.task(name).at("dependentTasks", String.valueOf(i));
                unknownTask(dag, name, upstream, place, findings);
            }
        }
        task.inputs()
                .parameters()
                .forEach(
                        (port, input) -> checkParameter(dag, name, port, input.source(), findings));
        task.inputs()
                .artifacts()
                .forEach((port, input) -> checkArtifact(dag, name, port, input, findings));
    }

    private static void checkParameter(
            DagScope dag, String task, String port, ParameterSource source, Findings findings) {
        switch (source) {
            case ParameterSource.TaskOutput(String producer, String key) ->
                    checkOutput(
                            dag, task, producer, key, true, parameter(dag, task, port), findings);
            case ParameterSource.TaskFinalStatus(String producer)
                    when !dag.dag().tasks().containsKey(producer) ->
                    unknownTask(dag, task, producer, parameter(dag, task, port), findings);
            case ParameterSource.ComponentInput(String name) ->
                    checkOuter(dag, task, name, true, parameter(dag, task, port), findings);
            case ParameterSource.RuntimeParameter(String name) ->
                    checkOuter(dag, task, name, true, parameter(dag, task, port), findings);
            case ParameterSource.Missing _ ->
                    findings.error(
                            "pipeline.no-source",
                            parameter(dag, task, port),
                            Map.of("task", task, "input", port));
            case ParameterSource.TaskFinalStatus _, ParameterSource.RuntimeConstant _ -> {}
        }
    }

    private static void checkArtifact(
            DagScope dag, String task, String port, InputArtifactSpec source, Findings findings) {
        switch (source) {
            case InputArtifactSpec.TaskOutput(String producer, String key) ->
                    checkOutput(
                            dag, task, producer, key, false, artifact(dag, task, port), findings);
            case InputArtifactSpec.ComponentInput(String name) ->
                    checkOuter(dag, task, name, false, artifact(dag, task, port), findings);
            case InputArtifactSpec.Missing _ ->
                    findings.error(
                            "pipeline.no-source",
                            artifact(dag, task, port),
                            Map.of("task", task, "input", port));
        }
    }

    private static Place parameter(DagScope dag, String task, String port) {
        return dag.task(task).input(port).at("inputs", "parameters", port);
    }

    private static Place artifact(DagScope dag, String task, String port) {
        return dag.task(task).input(port).at("inputs", "artifacts", port);
    }

    static void checkOutput(
            DagScope dag,
            String reader,
            String producer,
            String key,
            boolean isParameter,
            Place place,
            Findings findings) {
        PipelineTaskSpec task = dag.dag().tasks().get(producer);
        if (task == null) {
            unknownTask(dag, reader, producer, place, findings);
            return;
        }
        dag.component(task)
                .filter(_ -> dag.outputType(producer, key, isParameter).isEmpty())
                .ifPresent(component ->
                        unknownOutput(
                                component, reader, producer, key, isParameter, place, findings));
    }

    private static void unknownOutput(
            ComponentSpec component,
            String reader,
            String producer,
            String key,
            boolean isParameter,
            Place place,
            Findings findings) {
        ComponentSpec.ComponentOutputsSpec outputs = component.outputDefinitions();
        Set<String> known =
                isParameter ? outputs.parameters().keySet() : outputs.artifacts().keySet();
        findings.error(
                "pipeline.unknown-output",
                place,
                Map.of(
                        "task", reader,
                        "producer", producer,
                        "output", key,
                        "kind", isParameter ? "parameter" : "artifact",
                        "suggestion", findings.suggestion(key, known)));
    }

    private static void unknownTask(
            DagScope dag, String reader, String unknown, Place place, Findings findings) {
        findings.error(
                "pipeline.unknown-task",
                place,
                Map.of(
                        "task", reader,
                        "unknown", unknown,
                        "suggestion", findings.suggestion(unknown, dag.dag().tasks().keySet())));
    }

    private static void checkOuter(
            DagScope dag,
            String task,
            String name,
            boolean isParameter,
            Place place,
            Findings findings) {
        ComponentSpec.ComponentInputsSpec inputs = dag.owner().inputDefinitions();
        Set<String> known =
                isParameter ? inputs.parameters().keySet() : inputs.artifacts().keySet();
        if (known.contains(name) || dag.isGiven(name)) {
            return;
        }
        findings.error(
                "pipeline.unknown-input",
                place,
                Map.of(
                        "task",
                        task,
                        "input",
                        name,
                        "owner",
                        dag.isRoot() ? "The pipeline" : "\"" + dag.component() + "\"",
                        "kind",
                        isParameter ? "parameter" : "artifact",
                        "suggestion",
                        findings.suggestion(name, known)));
    }
}
