package io.github.binnacle.localengine.run;

import io.github.binnacle.localengine.environment.EnvironmentSpec;
import io.github.binnacle.localengine.plan.ExecutionPlan;
import io.github.binnacle.localengine.plan.ExecutionPlans;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.PipelineContainerSpec;
import io.github.binnacle.model.problem.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans every container as a Python function of its executor's label. */
final class FakeComponents {
    static final EnvironmentSpec ENVIRONMENT = new EnvironmentSpec("", List.of("kfp"), List.of());

    private FakeComponents() {}

    static ExecutionPlans plans() {
        return (document, settings, project, options) -> {
            Map<String, ExecutionPlan> plans = new LinkedHashMap<>();
            document.spec()
                    .deploymentSpec()
                    .executors()
                    .forEach((label, executor) -> {
                        if (executor instanceof PipelineContainerSpec container) {
                            plans.put(label, plan(label, container));
                        }
                    });
            return new Outcome.Done<>(plans);
        };
    }

    private static ExecutionPlan plan(String label, PipelineContainerSpec container) {
        return switch (container.image()) {
            case "argostub/createpvc" -> new ExecutionPlan.CreatePvc();
            case "argostub/deletepvc" -> new ExecutionPlan.DeletePvc();
            case "host" ->
                    new ExecutionPlan.HostCommand(
                            Optional.empty(), container.command(), container.args());
            default ->
                    new ExecutionPlan.PythonFunction(
                            ENVIRONMENT,
                            "source of " + label,
                            Optional.empty(),
                            label,
                            List.of(),
                            List.of());
        };
    }
}
