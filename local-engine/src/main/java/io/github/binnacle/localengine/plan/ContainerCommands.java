package io.github.binnacle.localengine.plan;

import io.github.binnacle.localengine.environment.EnvironmentSpec;
import io.github.binnacle.localengine.plan.ExecutionPlan.ContainerRun;
import io.github.binnacle.localengine.plan.ExecutionPlan.HostCommand;
import io.github.binnacle.localengine.project.ImageLine;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.PipelineContainerSpec;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Severity;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Plans components that are a command in an image. */
final class ContainerCommands {
    private static final int SHOWN = 60;

    private final LocalMeans means;
    private final ImageEnvironments images;
    private final boolean allowHostCommands;

    ContainerCommands(LocalMeans means, ImageEnvironments images, boolean allowHostCommands) {
        this.means = means;
        this.images = images;
        this.allowHostCommands = allowHostCommands;
    }

    Outcome<ExecutionPlan> plan(ExecutorSite site, PipelineContainerSpec container)
            throws IOException {
        Optional<EnvironmentSpec> environment = images.find(container.image());
        List<String> words = CommandWords.first(container);
        if (!words.isEmpty() && words.stream().allMatch(CommandWords::isPython)) {
            return environment.isPresent()
                    ? onHost(container, environment)
                    : unmapped(site, container);
        }
        Optional<ExecutionPlan> contained = inContainer(container);
        return contained.isPresent()
                ? new Outcome.Done<>(contained.get())
                : onHost(site, container, environment, words);
    }

    private static Outcome<ExecutionPlan> onHost(
            PipelineContainerSpec container, Optional<EnvironmentSpec> environment) {
        return new Outcome.Done<>(
                new HostCommand(environment, container.command(), container.args()));
    }

    /** Python in an image that stands for no environment is never run without its packages. */
    Outcome<ExecutionPlan> unmapped(ExecutorSite site, PipelineContainerSpec container)
            throws IOException {
        Optional<ExecutionPlan> contained = inContainer(container);
        if (contained.isPresent()) {
            return new Outcome.Done<>(contained.get());
        }
        String image = container.image();
        return site.refused(
                "plan.image-unmapped",
                Map.of("image", image, "line", ImageLine.of(images.proposal(image))));
    }

    /** Plans the container itself, if podman or docker is usable. */
    Optional<ExecutionPlan> inContainer(PipelineContainerSpec container) {
        return means.containerRuntime()
                .map(runtime ->
                        new ContainerRun(
                                runtime, container.image(), container.command(), container.args()));
    }

    private Outcome<ExecutionPlan> onHost(
            ExecutorSite site,
            PipelineContainerSpec container,
            Optional<EnvironmentSpec> environment,
            List<String> words) {
        Map<String, String> facts = Map.of("image", container.image(), "command", shown(container));
        if (container.command().isEmpty()) {
            return site.refused("plan.image-entrypoint", facts);
        }
        List<String> missing =
                words.stream().filter(word -> !isThere(word, environment.isPresent())).toList();
        if (!missing.isEmpty()) {
            return site.refused(
                    "plan.command-missing",
                    Map.of("image", container.image(), "command", String.join(", ", missing)));
        }
        if (!allowHostCommands) {
            return site.refused("plan.host-command", facts);
        }
        return new Outcome.Done<>(
                new HostCommand(environment, container.command(), container.args()),
                List.of(site.problem(Severity.WARNING, "plan.on-host", facts)));
    }

    private boolean isThere(String word, boolean hasPython) {
        return hasPython && CommandWords.isPython(word) || means.command(word).isPresent();
    }

    private static String shown(PipelineContainerSpec container) {
        String line =
                String.join(
                                " ",
                                Stream.concat(
                                                container.command().stream(),
                                                container.args().stream())
                                        .toList())
                        .replaceAll("\\s+", " ");
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }
}
