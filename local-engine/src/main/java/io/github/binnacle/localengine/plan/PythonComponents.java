package io.github.binnacle.localengine.plan;

import io.github.binnacle.localengine.environment.EnvironmentSpec;
import io.github.binnacle.localengine.environment.KfpExecutor;
import io.github.binnacle.localengine.environment.PipPrelude;
import io.github.binnacle.localengine.plan.ExecutionPlan.PythonFunction;
import io.github.binnacle.localengine.project.ProjectModules;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.PipelineContainerSpec;
import io.github.binnacle.model.problem.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Plans Python components: lightweight ones, whose source is in the command (notebook components
 * are such), and containerised ones, whose source is in the image and perhaps in the project.
 */
final class PythonComponents {
    private static final String LIGHTWEIGHT = "ephemeral_component.py";

    private final ImageEnvironments images;
    private final ContainerCommands commands;
    private final @Nullable Path project;

    PythonComponents(ImageEnvironments images, ContainerCommands commands, @Nullable Path project) {
        this.images = images;
        this.commands = commands;
        this.project = project;
    }

    static boolean isPythonComponent(PipelineContainerSpec container) {
        return container.command().stream().anyMatch(KfpExecutor::isIn);
    }

    Outcome<ExecutionPlan> plan(ExecutorSite site, PipelineContainerSpec container)
            throws IOException {
        ExecutorArguments arguments = ExecutorArguments.of(container.args());
        if (arguments.function().isEmpty()) {
            return site.refused("plan.no-function", Map.of("image", container.image()));
        }
        Optional<String> source = source(container.command());
        return source.isPresent()
                ? lightweight(site, container, source.get(), arguments)
                : containerised(site, container, arguments);
    }

    /** The source is the argument after the script that writes it to a file. */
    private static Optional<String> source(List<String> command) {
        for (int i = 0; i + 1 < command.size(); i++) {
            if (KfpExecutor.isIn(command.get(i)) && command.get(i).contains(LIGHTWEIGHT)) {
                return Optional.of(command.get(i + 1));
            }
        }
        return Optional.empty();
    }

    private Outcome<ExecutionPlan> lightweight(
            ExecutorSite site,
            PipelineContainerSpec container,
            String source,
            ExecutorArguments arguments)
            throws IOException {
        Optional<EnvironmentSpec> image = images.find(container.image());
        if (image.isEmpty()) {
            return commands.unmapped(site, container);
        }
        return new Outcome.Done<>(
                new PythonFunction(
                        withPrelude(image.get(), container, KfpRequirement.runtimeOf(sdk(site))),
                        source,
                        Optional.empty(),
                        arguments.function(),
                        List.of(),
                        arguments.extra()));
    }

    private Outcome<ExecutionPlan> containerised(
            ExecutorSite site, PipelineContainerSpec container, ExecutorArguments arguments)
            throws IOException {
        Optional<ProjectModules.Module> module =
                project == null
                        ? Optional.empty()
                        : ProjectModules.find(project, container.image(), arguments.function());
        if (module.isEmpty()) {
            return commands.inContainer(container)
                    .<Outcome<ExecutionPlan>>map(Outcome.Done::new)
                    .orElseGet(() ->
                            site.refused(
                                    "plan.module-missing",
                                    Map.of(
                                            "image", container.image(),
                                            "function", arguments.function())));
        }
        EnvironmentSpec environment =
                images.find(container.image()).orElse(module.get().environment());
        return new Outcome.Done<>(
                new PythonFunction(
                        withPrelude(environment, container, KfpRequirement.of(sdk(site))),
                        "",
                        Optional.of(module.get().file()),
                        arguments.function(),
                        List.of(module.get().context()),
                        arguments.extra()));
    }

    private static String sdk(ExecutorSite site) {
        return site.document().spec().sdkVersion();
    }

    /** Adds what the prelude installs, and kfp if that does not. */
    private static EnvironmentSpec withPrelude(
            EnvironmentSpec image, PipelineContainerSpec container, String kfp) {
        PipPrelude prelude = PipPrelude.of(container.command());
        List<String> requirements =
                new ArrayList<>(
                        Stream.concat(
                                        image.requirements().stream(),
                                        prelude.requirements().stream())
                                .map(KfpRequirement::lifted)
                                .distinct()
                                .toList());
        if (requirements.stream().noneMatch(KfpRequirement::isKfp)) {
            requirements.add(kfp);
        }
        List<String> indexUrls =
                Stream.concat(image.indexUrls().stream(), prelude.indexUrls().stream())
                        .distinct()
                        .toList();
        return new EnvironmentSpec(image.python(), requirements, indexUrls);
    }
}
