package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.pipeline.ComponentSpec.ComponentInputsSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.Iterator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Every task gives its component the inputs it must have, and none that nothing uses. */
final class InputRule implements PipelineValidator.DagRule {
    @Override
    public void check(DagScope dag, Findings findings) {
        dag.dag()
                .tasks()
                .forEach((name, task) ->
                        dag.component(task)
                                .ifPresent(component -> {
                                    checkMissing(dag, name, task, component, findings);
                                    checkUndeclared(dag, name, task, component, findings);
                                }));
    }

    private static void checkMissing(
            DagScope dag,
            String name,
            PipelineTaskSpec task,
            ComponentSpec component,
            Findings findings) {
        ComponentInputsSpec declared = component.inputDefinitions();
        Iterator iterator = task.iterator();
        String item = iterator == null ? "" : iterator.itemInput();
        declared.parameters()
                .forEach((port, input) -> {
                    if (input.isRequired()
                            && input.parameterType() != ParameterType.TASK_CONFIG
                            && !port.equals(item)
                            && !task.inputs().parameters().containsKey(port)) {
                        missing(dag, name, port, input.parameterType().name(), findings);
                    }
                });
        declared.artifacts()
                .forEach((port, input) -> {
                    if (!input.isOptional()
                            && !port.equals(item)
                            && !task.inputs().artifacts().containsKey(port)) {
                        missing(dag, name, port, input.artifactType().title(), findings);
                    }
                });
    }

    private static void missing(
            DagScope dag, String task, String port, String type, Findings findings) {
        findings.error(
                "pipeline.unbound-input",
                dag.task(task).input(port).at("inputs"),
                Map.of("task", task, "input", port, "type", type));
    }

    private static void checkUndeclared(
            DagScope dag,
            String name,
            PipelineTaskSpec task,
            ComponentSpec component,
            Findings findings) {
        ComponentInputsSpec declared = component.inputDefinitions();
        Set<String> undeclared = new HashSet<>(task.inputs().parameters().keySet());
        undeclared.addAll(task.inputs().artifacts().keySet());
        undeclared.removeAll(declared.parameters().keySet());
        undeclared.removeAll(declared.artifacts().keySet());
        if (undeclared.isEmpty()) {
            return;
        }
        undeclared.removeAll(new InputUse(dag.scope()).of(task, component));
        undeclared.stream()
                .sorted()
                .forEach(port -> undeclared(dag, name, task, declared, port, findings));
    }

    private static void undeclared(
            DagScope dag,
            String name,
            PipelineTaskSpec task,
            ComponentInputsSpec declared,
            String port,
            Findings findings) {
        boolean isParameter = task.inputs().parameters().containsKey(port);
        Set<String> known =
                isParameter ? declared.parameters().keySet() : declared.artifacts().keySet();
        Place place =
                dag.task(name)
                        .input(port)
                        .at("inputs", isParameter ? "parameters" : "artifacts", port);
        String suggestion = findings.suggestion(port, known);
        Map<String, Object> arguments =
                Map.of(
                        "task", name,
                        "input", port,
                        "component", task.componentRef(),
                        "suggestion", suggestion);
        if (suggestion.equals(Suggestion.NONE)) {
            findings.note("pipeline.undeclared-input", place, arguments);
        } else {
            findings.warning("pipeline.undeclared-input", place, arguments);
        }
    }
}
