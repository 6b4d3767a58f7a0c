package io.github.binnacle.localengine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.localengine.capacity.Demand;
import io.github.binnacle.localengine.plan.ExecutionPlan.ContainerRun;
import io.github.binnacle.model.pipeline.ComponentSpec;
import io.github.binnacle.model.pipeline.ComponentSpec.ComponentInputsSpec;
import io.github.binnacle.model.pipeline.ComponentSpec.ComponentOutputsSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.PipelineContainerSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ResourceSpec;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskValues;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContainerArgumentsTest {
    private static final ContainerRun PLAN =
            new ContainerRun(
                    Path.of("/usr/bin/podman"), "alpine:3.20", List.of("sh"), List.of("-c"));

    @Test
    void mountsWhatTheTaskReadsAndWritesAtTheSamePlaces() {
        var folder = new AttemptFolder(Path.of("/runs/1/say/1"));
        var component =
                new ComponentSpec(
                        ComponentInputsSpec.EMPTY,
                        ComponentOutputsSpec.EMPTY,
                        new ComponentSpec.Implementation.Executor("say"),
                        List.of());
        var task =
                new ExecutorTask(
                        new Work(
                                TaskPath.of("say"),
                                new Work.Origin(null, null, component, -1),
                                work -> {}),
                        "say",
                        new PipelineContainerSpec(
                                "alpine:3.20", List.of(), List.of(), List.of(), ResourceSpec.NONE),
                        PLAN,
                        TaskValues.EMPTY,
                        PodSettings.NONE,
                        new TaskResources(Demand.NOTHING, 1 << 20));
        var attempt =
                new Orders.Prepared(
                        task,
                        ExecutorInput.of(component, TaskValues.EMPTY, folder),
                        folder,
                        null,
                        Map.of("MODE", "fast"),
                        List.of(),
                        "token");
        var places =
                new ContainerArguments.Places(
                        Set.of(Path.of("/runs/0/make/1/artifacts/data")),
                        List.of(new PodEnvironment.Bind(Path.of("/volumes/claim"), "/mnt/data")));

        var line = ContainerArguments.of(PLAN, List.of("sh", "-c", "echo hi"), attempt, places);

        assertThat(String.join(" ", line))
                .isEqualTo(
                        "/usr/bin/podman run --rm --init --name token"
                                + " --volume /runs/1/say/1:/runs/1/say/1"
                                + " --volume /runs/0/make/1/artifacts/data:/runs/0/make/1/artifacts/data:ro"
                                + " --volume /volumes/claim:/mnt/data"
                                + " --workdir /runs/1/say/1/work --env MODE --memory 1048576"
                                + " --entrypoint sh alpine:3.20 -c echo hi");
    }
}
