package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.pipeline.ComponentSpec.Implementation;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.CustomJobSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ExecutorSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ImporterSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.PipelineContainerSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ResolverSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.UnknownExecutorSpec;
import io.github.binnacle.model.value.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every component is a DAG or has an executor that can be run; its ports make sense. */
final class ComponentRule implements PipelineValidator.SpecRule {
    @Override
    public void check(SpecScope scope, Findings findings) {
        scope.spec()
                .components()
                .forEach((name, component) -> {
                    Place place = scope.of(name, "components", name);
                    checkImplementation(scope, name, component, place, findings);
                    checkPorts(name, component, place, findings);
                });
        checkPorts("root", scope.spec().root(), scope.node("root"), findings);
    }

    private static void checkImplementation(
            SpecScope scope, String name, ComponentSpec component, Place place, Findings findings) {
        switch (component.implementation()) {
            case Implementation.Dag _ -> {}
            case Implementation.Missing _ ->
                    findings.error("pipeline.no-implementation", place, Map.of("component", name));
            case Implementation.Executor(String label) -> {
                Map<String, ExecutorSpec> executors = scope.spec().deploymentSpec().executors();
                ExecutorSpec executor = executors.get(label);
                if (executor == null) {
                    findings.error(
                            "pipeline.unknown-executor",
                            place.at("executorLabel"),
                            Map.of(
                                    "component", name,
                                    "label", label,
                                    "suggestion", findings.suggestion(label, executors.keySet())));
                } else {
                    Place where = scope.of(name, "deploymentSpec", "executors", label);
                    checkExecutor(label, executor, where, findings);
                }
            }
        }
    }

    private static void checkExecutor(
            String label, ExecutorSpec executor, Place place, Findings findings) {
        switch (executor) {
            case PipelineContainerSpec container when container.image().isBlank() ->
                    findings.error(
                            "pipeline.no-image", place.at("container"), Map.of("label", label));
            case PipelineContainerSpec _ -> {}
            case ImporterSpec importer when importer.artifactUri() == null ->
                    findings.error(
                            "pipeline.no-importer-uri",
                            place.at("importer"),
                            Map.of("label", label));
            case ImporterSpec _ -> {}
            case ResolverSpec _ ->
                    findings.warning(
                            "pipeline.executor-not-run",
                            place,
                            Map.of("label", label, "kind", "a resolver"));
            case CustomJobSpec _ ->
                    findings.warning(
                            "pipeline.executor-not-run",
                            place,
                            Map.of("label", label, "kind", "a Vertex AI custom job"));
            case UnknownExecutorSpec unknown ->
                    findings.error(
                            "pipeline.executor-kind",
                            place,
                            Map.of("label", label, "found", String.join(", ", unknown.keys())));
        }
    }

    private static void checkPorts(
            String name, ComponentSpec component, Place place, Findings findings) {
        component.inputDefinitions().artifacts().keySet().stream()
                .filter(component.inputDefinitions().parameters()::containsKey)
                .forEach(
                        port -> twice(name, "input", port, place.at("inputDefinitions"), findings));
        component.outputDefinitions().artifacts().keySet().stream()
                .filter(component.outputDefinitions().parameters()::containsKey)
                .forEach(port ->
                        twice(name, "output", port, place.at("outputDefinitions"), findings));
        component
                .inputDefinitions()
                .parameters()
                .forEach((port, input) -> {
                    Place where = place.at("inputDefinitions", "parameters", port);
                    checkDefault(name, port, input, where, findings);
                });
    }

    private static void twice(
            String component, String side, String port, Place place, Findings findings) {
        findings.error(
                "pipeline.duplicate-port",
                place.at("parameters", port),
                Map.of("component", component, "side", side, "port", port));
    }

    private static void checkDefault(
            String component,
            String port,
            ComponentSpec.ComponentInputsSpec.ParameterSpec input,
            Place place,
            Findings findings) {
        @Nullable Value value = input.defaultValue();
        if (value == null || value instanceof Value.Null) {
            return;
        }
        if (!Constants.fits(value, input.parameterType())) {
            findings.error(
                    "pipeline.default-type",
                    place.at("defaultValue"),
                    Map.of(
                            "component",
                            component,
                            "input",
                            port,
                            "type",
                            input.parameterType().name(),
                            "found",
                            Constants.describe(value)));
        } else if (!input.literals().isEmpty() && !input.literals().contains(value)) {
            findings.error(
                    "pipeline.not-a-literal",
                    place.at("defaultValue"),
                    Map.of(
                            "input", port,
                            "value", Constants.describe(value),
                            "allowed", Constants.list(input.literals())));
        }
    }
}
