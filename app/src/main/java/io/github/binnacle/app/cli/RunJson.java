package io.github.binnacle.app.cli;

import io.github.binnacle.model.run.Attempt;
import io.github.binnacle.model.run.Run;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.run.TaskSnapshot;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.run.TaskValues;
import io.github.binnacle.model.value.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stable JSON shapes of runs; {@code docs/command-line.md} documents them. */
final class RunJson {
    private RunJson() {}

    static Value.Struct of(Run run) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("id", Value.of(run.id().value()));
        fields.put("number", Value.of(run.number()));
        fields.put("name", Value.of(run.displayName()));
        fields.put("pipeline", Value.of(run.pipelineName()));
        fields.put("state", Value.of(run.state().name()));
        fields.put("problem", Value.of(run.problem()));
        fields.put("createdAt", of(run.createdAt()));
        fields.put("startedAt", of(run.startedAt()));
        fields.put("finishedAt", of(run.finishedAt()));
        fields.put("document", Value.of(run.documentPath()));
        fields.put("project", Value.of(run.project()));
        fields.put("folder", Value.of(run.folder()));
        fields.put("parameters", Value.of(run.parameters()));
        fields.put("outputs", of(run.outputs()));
        return Value.of(fields);
    }

    static Value of(RunSnapshot snapshot) {
        return of(snapshot.run())
                .with("tasks", Value.of(snapshot.tasks().stream().map(RunJson::of).toList()));
    }

    private static Value of(TaskSnapshot task) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("path", Value.of(task.path().toString()));
        fields.put("name", Value.of(task.displayName()));
        fields.put("kind", Value.of(task.kind().name()));
        fields.put("state", Value.of(StateWords.code(task.state())));
        fields.put("reason", Value.of(StateWords.reason(task.state())));
        fields.put("exitCode", exitCode(task.state()));
        fields.put("startedAt", of(task.startedAt()));
        fields.put("finishedAt", of(task.finishedAt()));
        fields.put("inputs", of(task.inputs()));
        fields.put("outputs", of(task.outputs()));
        fields.put("attempts", Value.of(task.attempts().stream().map(RunJson::of).toList()));
        return Value.of(fields);
    }

    private static Value of(Attempt attempt) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("number", Value.of(attempt.number()));
        fields.put("state", Value.of(StateWords.code(attempt.state())));
        fields.put("startedAt", of(attempt.startedAt()));
        fields.put("finishedAt", of(attempt.finishedAt()));
        fields.put("log", Value.of(attempt.log()));
        fields.put("peakBytes", Value.of(attempt.peakBytes()));
        return Value.of(fields);
    }

    private static Value exitCode(TaskState state) {
        return state instanceof TaskState.Failed(TaskState.Explanation explanation)
                        && explanation.exitCode() != null
                ? Value.of(explanation.exitCode())
                : Value.NULL;
    }

    private static Value of(TaskValues values) {
        Map<String, Value> artifacts = new LinkedHashMap<>();
        values.artifacts()
                .forEach((name, list) ->
                        artifacts.put(name, Value.of(list.stream().map(RunJson::of).toList())));
        return Value.Struct.EMPTY
                .with("parameters", Value.of(values.parameters()))
                .with("artifacts", Value.of(artifacts));
    }

    static Value.Struct of(RuntimeArtifact artifact) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("id", Value.of(artifact.id()));
        fields.put("name", Value.of(artifact.name()));
        fields.put("type", Value.of(artifact.type().title()));
        fields.put("uri", Value.of(artifact.uri()));
        fields.put("digest", Value.of(artifact.digest()));
        fields.put("bytes", artifact.bytes() < 0 ? Value.NULL : Value.of(artifact.bytes()));
        fields.put("metadata", artifact.metadata());
        return Value.of(fields);
    }

    static Value list(List<Run> runs) {
        return Value.of(Map.of("runs", Value.of(runs.stream().map(RunJson::of).toList())));
    }

    private static Value of(@Nullable Instant instant) {
        return instant == null ? Value.NULL : Value.of(instant.toString());
    }
}
