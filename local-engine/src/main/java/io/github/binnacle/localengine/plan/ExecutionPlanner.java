package io.github.binnacle.localengine.plan;

import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.CustomJobSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ImporterSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.PipelineContainerSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ResolverSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.UnknownExecutorSpec;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.run.RunRequest.RunOptions;
import io.github.binnacle.model.workplace.ProjectSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides, before anything starts, how every executor that a document's tasks use runs on this
 * computer, or names everything that stands in the way: tasks, image and remedy.
 */
public final class ExecutionPlanner implements ExecutionPlans {
    private final LocalMeans means;

    public ExecutionPlanner(LocalMeans means) {
        this.means = means;
    }

    @Override
    public Outcome<Map<String, ExecutionPlan>> plan(
            PipelineDocument document,
            ProjectSettings settings,
            Path projectFolder,
            RunOptions options) {
        Path project = projectFolder.toString().isEmpty() ? null : projectFolder;
        ImageEnvironments images = new ImageEnvironments(project, settings);
        ContainerCommands commands =
                new ContainerCommands(means, images, options.allowHostCommands());
        PythonComponents components = new PythonComponents(images, commands, project);
        Map<String, ExecutionPlan> plans = new LinkedHashMap<>();
        List<Problem> refusals = new ArrayList<>();
        List<Problem> warnings = new ArrayList<>();
        for (ExecutorSite site : UsedExecutors.of(document)) {
            switch (plan(site, components, commands)) {
                case Outcome.Done(Optional<ExecutionPlan> plan, List<Problem> remarks) -> {
                    plan.ifPresent(found -> plans.put(site.label(), found));
                    warnings.addAll(remarks);
                }
                case Outcome.Refused(List<Problem> problems) -> refusals.addAll(problems);
            }
        }
        return refusals.isEmpty()
                ? new Outcome.Done<>(plans, warnings)
                : new Outcome.Refused<>(refusals);
    }

    private static Outcome<Optional<ExecutionPlan>> plan(
            ExecutorSite site, PythonComponents components, ContainerCommands commands) {
        return switch (site.spec().orElse(null)) {
            case PipelineContainerSpec container ->
                    planned(container(site, container, components, commands));
            case ImporterSpec _ -> new Outcome.Done<>(Optional.empty());
            case ResolverSpec _ -> site.refused("plan.resolver", Map.of());
            case CustomJobSpec _ -> site.refused("plan.custom-job", Map.of());
            case UnknownExecutorSpec(List<String> keys) ->
                    site.refused("plan.executor-unknown", Map.of("keys", String.join(", ", keys)));
            case null -> site.refused("plan.executor-missing", Map.of("label", site.label()));
        };
    }

    private static Outcome<ExecutionPlan> container(
            ExecutorSite site,
            PipelineContainerSpec container,
            PythonComponents components,
            ContainerCommands commands) {
        return switch (ImageName.of(container.image()).repository()) {
            case "argostub/createpvc" -> new Outcome.Done<>(new ExecutionPlan.CreatePvc());
            case "argostub/deletepvc" -> new Outcome.Done<>(new ExecutionPlan.DeletePvc());
            default -> process(site, container, components, commands);
        };
    }

    private static Outcome<ExecutionPlan> process(
            ExecutorSite site,
            PipelineContainerSpec container,
            PythonComponents components,
            ContainerCommands commands) {
        try {
            return PythonComponents.isPythonComponent(container)
                    ? components.plan(site, container)
                    : commands.plan(site, container);
        } catch (IOException e) {
            return site.refused(
                    "plan.requirements-unreadable",
                    Map.of("detail", String.valueOf(e.getMessage())));
        }
    }

    private static Outcome<Optional<ExecutionPlan>> planned(Outcome<ExecutionPlan> outcome) {
        return switch (outcome) {
            case Outcome.Done(ExecutionPlan plan, List<Problem> warnings) ->
                    new Outcome.Done<>(Optional.of(plan), warnings);
            case Outcome.Refused(List<Problem> problems) -> new Outcome.Refused<>(problems);
        };
    }
}
