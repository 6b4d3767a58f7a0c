package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.cel.CelExpressions;
import java.util.Map;
import java.util.Optional;

/** Conditions and selectors are CEL, and name inputs that are there. */
final class ConditionRule implements PipelineValidator.DagRule {
    @Override
    public void check(DagScope dag, Findings findings) {
        dag.dag()
                .tasks()
                .forEach((name, task) -> {
                    if (!task.triggerPolicy().condition().isEmpty()) {
                        checkCondition(dag, name, task, findings);
                    }
                    task.inputs()
                            .parameters()
                            .forEach((port, input) -> {
                                if (!input.parameterExpressionSelector().isEmpty()) {
                                    checkSelector(
                                            dag.task(name)
                                                    .input(port)
                                                    .at("inputs", "parameters", port),
                                            input.parameterExpressionSelector(),
                                            findings);
                                }
                            });
                });
    }

    private static void checkCondition(
            DagScope dag, String name, PipelineTaskSpec task, Findings findings) {
        String condition = task.triggerPolicy().condition();
        Place place = dag.task(name).at("triggerPolicy", "condition");
        Optional<String> error = CelExpressions.syntaxError(condition);
        if (error.isPresent()) {
            findings.error(
                    "pipeline.bad-condition", place, Map.of("task", name, "reason", error.get()));
            return;
        }
        for (String input : CelExpressions.inputsNamedIn(condition)) {
            if (!isInput(dag, task, input)) {
                findings.error(
                        "pipeline.condition-input",
                        place,
                        Map.of(
                                "task", name,
                                "input", input,
                                "suggestion",
                                        findings.suggestion(
                                                input, task.inputs().parameters().keySet())));
            }
        }
    }

    private static boolean isInput(DagScope dag, PipelineTaskSpec task, String input) {
        return task.inputs().parameters().containsKey(input)
                || dag.component(task)
                        .map(component -> component.inputDefinitions().parameters())
                        .filter(declared -> declared.containsKey(input))
                        .isPresent();
    }

    private static void checkSelector(Place place, String selector, Findings findings) {
        CelExpressions.syntaxError(selector)
                .ifPresent(reason ->
                        findings.error(
                                "pipeline.bad-selector",
                                place.at("parameterExpressionSelector"),
                                Map.of("reason", reason)));
    }
}
