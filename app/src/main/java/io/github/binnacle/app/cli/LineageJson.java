package io.github.binnacle.app.cli;

import io.github.binnacle.model.lineage.LineageArtifact;
import io.github.binnacle.model.lineage.LineageGraph;
import io.github.binnacle.model.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** Stable JSON shape of lineage; {@code docs/command-line.md} documents it. */
final class LineageJson {
    private LineageJson() {}

    static Value of(LineageArtifact start, LineageGraph graph) {
        return Value.Struct.EMPTY
                .with("artifact", Value.of(start.id()))
                .with(
                        "artifacts",
                        Value.of(graph.artifacts().stream().map(LineageJson::of).toList()))
                .with(
                        "executions",
                        Value.of(graph.executions().stream().map(LineageJson::of).toList()))
                .with("events", Value.of(graph.events().stream().map(LineageJson::of).toList()));
    }

    private static Value of(LineageArtifact artifact) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("id", Value.of(artifact.id()));
        fields.put("type", Value.of(artifact.typeName()));
        fields.put("name", Value.of(artifact.name()));
        fields.put("uri", Value.of(artifact.uri()));
        fields.put("digest", Value.of(artifact.digest()));
        fields.put("metadata", artifact.metadata());
        fields.put("createdAt", Value.of(artifact.createdAt().toString()));
        return Value.of(fields);
    }

    private static Value of(LineageGraph.Execution execution) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("id", Value.of(execution.id()));
        fields.put("type", Value.of(execution.typeName()));
        fields.put("name", Value.of(execution.displayName()));
        fields.put("state", Value.of(execution.state()));
        fields.put("run", execution.run() == null ? Value.NULL : Value.of(execution.run().value()));
        fields.put("task", Value.of(execution.taskPath()));
        return Value.of(fields);
    }

    private static Value of(LineageGraph.Event event) {
        return Value.Struct.EMPTY
                .with("execution", Value.of(event.executionId()))
                .with("artifact", Value.of(event.artifactId()))
                .with("isInput", Value.of(event.isInput()))
                .with("name", Value.of(event.key()));
    }
}
