package io.github.binnacle.model.lineage;

import io.github.binnacle.model.run.RunId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Artifacts and executions joined by events. */
public record LineageGraph(
        List<LineageArtifact> artifacts, List<Execution> executions, List<Event> events) {
    public LineageGraph {
        artifacts = List.copyOf(artifacts);
        executions = List.copyOf(executions);
        events = List.copyOf(events);
    }

    /**
     * @param typeName such as {@code system.ContainerExecution}
     * @param taskPath text of the task's path in its run
     * @param run null if it belongs to none
     */
    public record Execution(
            long id,
            String typeName,
            String displayName,
            String state,
            @Nullable RunId run,
            String taskPath) {}

    /**
     * @param key input or output name
     */
    public record Event(long executionId, long artifactId, boolean isInput, String key) {}
}
