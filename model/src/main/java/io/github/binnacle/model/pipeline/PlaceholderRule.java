package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ExecutorSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.PipelineContainerSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.ParameterSource;
import io.github.binnacle.model.placeholder.Placeholder;
import io.github.binnacle.model.placeholder.Placeholders;
import io.github.binnacle.model.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Placeholders in commands, arguments and constants name what is there. */
final class PlaceholderRule implements PipelineValidator.SpecRule {
    @Override
    public void check(SpecScope scope, Findings findings) {
        scope.spec()
                .components()
                .forEach((name, component) -> checkComponent(scope, name, component, findings));
        for (DagScope dag : scope.dags()) {
            dag.dag().tasks().forEach((name, task) -> checkConstants(dag, name, task, findings));
        }
    }

    private static void checkComponent(
            SpecScope scope, String name, ComponentSpec component, Findings findings) {
        String label = component.executorLabel().orElse("");
        ExecutorSpec executor = scope.spec().deploymentSpec().executors().get(label);
        if (!(executor instanceof PipelineContainerSpec container)) {
            return;
        }
        PlaceholderCheck check = new PlaceholderCheck(inputs(scope, name, component), component);
        Place place = scope.of(name, "deploymentSpec", "executors", label, "container");
        checkAll(check, container.command(), place, "command", findings);
        checkAll(check, container.args(), place, "args", findings);
        container
                .resources()
                .texts()
                .forEach(
                        (field, text) -> check.check(text, place.at("resources", field), findings));
        for (int i = 0; i < container.env().size(); i++) {
            if (container.env().get(i).value().contains("{{$")) {
                findings.warning(
                        "pipeline.placeholder-in-env",
                        place.at("env", String.valueOf(i), "value"),
                        Map.of("variable", container.env().get(i).name()));
            }
        }
    }

    private static void checkAll(
            PlaceholderCheck check,
            List<String> texts,
            Place place,
            String field,
            Findings findings) {
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).contains("{{$") || texts.get(i).contains("IfPresent")) {
                check.check(texts.get(i), place.at(field, String.valueOf(i)), findings);
            }
        }
    }

    /** Returns the inputs that the component declares or a task gives it besides. */
    private static Set<String> inputs(SpecScope scope, String name, ComponentSpec component) {
        Set<String> inputs = new HashSet<>(component.inputDefinitions().parameters().keySet());
        inputs.addAll(component.inputDefinitions().artifacts().keySet());
        scope.uses(name)
                .forEach(use -> {
                    inputs.addAll(use.task().inputs().parameters().keySet());
                    inputs.addAll(use.task().inputs().artifacts().keySet());
                });
        return inputs;
    }

    private static void checkConstants(
            DagScope dag, String name, PipelineTaskSpec task, Findings findings) {
        task.inputs()
                .parameters()
                .forEach((port, input) -> {
                    if (input.source() instanceof ParameterSource.RuntimeConstant(Value constant)) {
                        Place place = dag.task(name).input(port).at("inputs", "parameters", port);
                        checkConstant(dag, task, constant, place, findings);
                    }
                });
    }

    private static void checkConstant(
            DagScope dag, PipelineTaskSpec task, Value constant, Place place, Findings findings) {
        switch (constant) {
            case Value.Text(String text) -> {
                if (text.contains("{{$")) {
                    checkText(dag, task, text, place, findings);
                }
            }
            case Value.Items(List<Value> items) ->
                    items.forEach(item -> checkConstant(dag, task, item, place, findings));
            case Value.Struct(Map<String, Value> fields) ->
                    fields.values()
                            .forEach(field -> checkConstant(dag, task, field, place, findings));
            case Value.Null _, Value.Bool _, Value.Num _ -> {}
        }
    }

    private static void checkText(
            DagScope dag, PipelineTaskSpec task, String text, Place place, Findings findings) {
        Set<String> given = task.inputs().parameters().keySet();
        for (Placeholder placeholder : Placeholders.in(text)) {
            switch (placeholder) {
                case Placeholder.InputParameter(String input)
                        when !given.contains(input)
                                && dag.component(task)
                                        .flatMap(component ->
                                                PortTypes.input(component, input, true))
                                        .isEmpty() ->
                        PlaceholderCheck.unknownName("input", input, given, place, findings);
                case Placeholder.Job(String job) -> PlaceholderCheck.checkJob(job, place, findings);
                case Placeholder.Unknown(String unknown) ->
                        PlaceholderCheck.unknown(unknown, place, findings);
                case Placeholder.InputParameter _, Placeholder.InputArtifact _ -> {}
                case Placeholder.ExecutorInput _, Placeholder.OutputParameterFile _ -> {}
                case Placeholder.OutputArtifact _, Placeholder.OutputFile _ -> {}
            }
        }
    }
}
