package io.github.binnacle.localstore.ledger;

import io.github.binnacle.localstore.sql.StoreException;
import io.github.binnacle.model.codec.JsonReader;
import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.codec.SyntaxException;
import io.github.binnacle.model.pipeline.ArtifactTypeSchema;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.run.TaskValues;
import io.github.binnacle.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes values, artifacts and states into columns and reads them back. */
final class LedgerJson {
    /** States without details, of which a ledger has many. */
    private static final Map<String, TaskState> PLAIN_STATES =
            Stream.of(
                            new TaskState.Pending(""),
                            new TaskState.Running(),
                            new TaskState.Succeeded(),
                            new TaskState.Canceled(),
                            new TaskState.Interrupted())
                    .collect(Collectors.toMap(LedgerJson::text, state -> state));

    private LedgerJson() {}

    static String text(Value value) {
        return JsonText.compact(value);
    }

    static Value.Struct struct(String json) {
        try {
            return JsonReader.parse(json) instanceof Value.Struct struct
                    ? struct
                    : Value.Struct.EMPTY;
        } catch (SyntaxException e) {
            throw new StoreException("The ledger holds something that is no JSON: " + json, e);
        }
    }

    static String text(TaskValues values) {
        if (values.equals(TaskValues.EMPTY)) {
            return "{}";
        }
        Map<String, Value> artifacts = new LinkedHashMap<>();
        values.artifacts()
                .forEach((name, list) ->
                        artifacts.put(
                                name, Value.of(list.stream().map(LedgerJson::artifact).toList())));
        return text(
                Value.of(
                        Map.of(
                                "parameters", Value.of(values.parameters()),
                                "artifacts", Value.of(artifacts))));
    }

    static TaskValues values(String json) {
        if (json.equals("{}")) {
            return TaskValues.EMPTY;
        }
        Value.Struct fields = struct(json);
        Map<String, List<RuntimeArtifact>> artifacts = new LinkedHashMap<>();
        child(fields, "artifacts")
                .fields()
                .forEach((name, list) -> artifacts.put(name, artifacts(list)));
        return new TaskValues(child(fields, "parameters").fields(), artifacts);
    }

    private static List<RuntimeArtifact> artifacts(Value list) {
        return list instanceof Value.Items(List<Value> items)
                ? items.stream().map(item -> artifact((Value.Struct) item)).toList()
                : List.of();
    }

    private static Value artifact(RuntimeArtifact artifact) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("id", Value.of(artifact.id()));
        fields.put("name", Value.of(artifact.name()));
        fields.put("schemaTitle", Value.of(artifact.type().schemaTitle()));
        fields.put("schemaUri", Value.of(artifact.type().schemaUri()));
        fields.put("instanceSchema", Value.of(artifact.type().instanceSchema()));
        fields.put("schemaVersion", Value.of(artifact.type().schemaVersion()));
        fields.put("uri", Value.of(artifact.uri()));
        fields.put("metadata", artifact.metadata());
        fields.put("digest", Value.of(artifact.digest()));
        fields.put("bytes", Value.of(artifact.bytes()));
        return Value.of(fields);
    }

    private static RuntimeArtifact artifact(Value.Struct fields) {
        return new RuntimeArtifact(
                number(fields, "id"),
                word(fields, "name"),
                new ArtifactTypeSchema(
                        word(fields, "schemaTitle"),
                        word(fields, "schemaUri"),
                        word(fields, "instanceSchema"),
                        word(fields, "schemaVersion")),
                word(fields, "uri"),
                child(fields, "metadata"),
                word(fields, "digest"),
                number(fields, "bytes"));
    }

    static String text(TaskState state) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("state", Value.of(state.getClass().getSimpleName()));
        switch (state) {
            case TaskState.Pending(String reason) -> fields.put("reason", Value.of(reason));
            case TaskState.Skipped(String reason) -> fields.put("reason", Value.of(reason));
            case TaskState.Cached(RunId run, TaskPath task) -> {
                fields.put("run", Value.of(run.value()));
                fields.put("task", Value.of(task.toString()));
            }
            case TaskState.Failed(TaskState.Explanation why) -> {
                fields.put("code", Value.of(why.code()));
                fields.put("sentence", Value.of(why.sentence()));
                Integer exit = why.exitCode();
                fields.put("exit", exit == null ? Value.NULL : Value.of(exit.longValue()));
            }
            case TaskState.Running _, TaskState.Succeeded _ -> {}
            case TaskState.Canceled _, TaskState.Interrupted _ -> {}
        }
        return text(Value.of(fields));
    }

    static TaskState state(String json) {
        TaskState plain = PLAIN_STATES.get(json);
        return plain == null ? detailedState(json) : plain;
    }

    private static TaskState detailedState(String json) {
        Value.Struct fields = struct(json);
        return switch (word(fields, "state")) {
            case "Pending" -> new TaskState.Pending(word(fields, "reason"));
            case "Running" -> new TaskState.Running();
            case "Succeeded" -> new TaskState.Succeeded();
            case "Cached" ->
                    new TaskState.Cached(
                            new RunId(word(fields, "run")), TaskPath.of(word(fields, "task")));
            case "Skipped" -> new TaskState.Skipped(word(fields, "reason"));
            case "Failed" ->
                    new TaskState.Failed(
                            new TaskState.Explanation(
                                    word(fields, "code"),
                                    word(fields, "sentence"),
                                    fields.fields().get("exit") instanceof Value.Num exit
                                            ? exit.value().intValue()
                                            : null));
            case "Canceled" -> new TaskState.Canceled();
            case "Interrupted" -> new TaskState.Interrupted();
            default -> throw new StoreException("The ledger holds an unknown state: " + json);
        };
    }

    private static String word(Value.Struct fields, String name) {
        return fields.fields().get(name) instanceof Value.Text(String text) ? text : "";
    }

    private static long number(Value.Struct fields, String name) {
        return fields.fields().get(name) instanceof Value.Num number
                ? number.value().longValue()
                : 0;
    }

    private static Value.Struct child(Value.Struct fields, String name) {
        return fields.fields().get(name) instanceof Value.Struct struct
                ? struct
                : Value.Struct.EMPTY;
    }
}
