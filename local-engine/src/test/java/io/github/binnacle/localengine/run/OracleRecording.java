package io.github.binnacle.localengine.run;

import io.github.binnacle.model.codec.JsonReader;
import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskSnapshot;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a real KFP did with a pipeline. */
record OracleRecording(Path file, Value.Struct content) {
    static OracleRecording read(Path file) throws IOException {
        return new OracleRecording(file, (Value.Struct) JsonReader.parse(Files.readString(file)));
    }

    String name() {
        return file.getFileName().toString().replace(".json", "");
    }

    boolean wasRun() {
        return content.field("tasks").orElseThrow() instanceof Value.Items tasks
                && !tasks.values().isEmpty();
    }

    String pipeline() throws IOException {
        Path folder = file.resolveSibling("../kfp-pipelines").normalize();
        return Files.readString(folder.resolve(text(content, "file")));
    }

    Map<String, Value> parameters() {
        return ((Value.Struct) content.field("parameters").orElseThrow()).fields();
    }

    /** Tells where a run of ours went otherwise, one line each. */
    List<String> differences(RunSnapshot snapshot) throws IOException {
        List<String> found = new ArrayList<>();
        compare(found, "run", "state", text(content, "run_state"), snapshot.run().state().name());
        for (Value recorded : ((Value.Items) content.field("tasks").orElseThrow()).values()) {
            Value.Struct task = (Value.Struct) recorded;
            Optional<TaskSnapshot> ours = snapshot.task(path(text(task, "path")));
            if (ours.isEmpty()) {
                found.add(text(task, "path") + ": not there");
            } else {
                compareTask(found, task, ours.get());
            }
        }
        return found;
    }

    private void compareTask(List<String> found, Value.Struct task, TaskSnapshot ours)
            throws IOException {
        String path = text(task, "path");
        String state = text(task, "state").replace("SKIPPED(cached)", "SUCCEEDED");
        if (!state.equals("RUNNING")) {
            compare(found, path, "state", state, state(ours));
        }
        if (!text(task, "type").equals("DAG")) {
            fields(task, "inputs")
                    .forEach((name, value) ->
                            compare(found, path, "input " + name, value, input(ours, name)));
        }
        fields(task, "outputs")
                .forEach((name, value) ->
                        compare(
                                found,
                                path,
                                "output " + name,
                                value,
                                ours.outputs().parameters().get(name)));
        for (var artifacts : fields(task, "artifacts").entrySet()) {
            List<RuntimeArtifact> own =
                    ours.outputs().artifacts().getOrDefault(artifacts.getKey(), List.of());
            List<Value> recorded = ((Value.Items) artifacts.getValue()).values();
            compare(found, path, "artifacts of " + artifacts.getKey(), recorded.size(), own.size());
            for (int i = 0; i < Math.min(own.size(), recorded.size()); i++) {
                compareArtifact(found, path, (Value.Struct) recorded.get(i), own.get(i));
            }
        }
    }

    private void compareArtifact(
            List<String> found, String path, Value.Struct recorded, RuntimeArtifact own)
            throws IOException {
        String what = "artifact " + own.name();
        compare(found, path, what, text(recorded, "type"), own.type().schemaTitle());
        Map<String, Value> metadata = new LinkedHashMap<>(fields(recorded, "metadata"));
        metadata.remove("display_name");
        compare(found, path, what + " metadata", Value.of(metadata), own.metadata());
        if (recorded.field("content").orElse(Value.NULL) instanceof Value.Text(String text)
                && Files.isRegularFile(Path.of(own.uri()))) {
            compare(found, path, what + " content", text, Files.readString(Path.of(own.uri())));
        }
    }

    private static Object input(TaskSnapshot ours, String name) {
        return Optional.<Object>ofNullable(ours.inputs().parameters().get(name)).orElse("absent");
    }

    private static void compare(
            List<String> found, String path, String what, Object expected, Object actual) {
        if (!expected.equals(actual) && !isOfCluster(shown(expected))) {
            found.add(path + ": " + what + " is " + shown(actual) + ", not " + shown(expected));
        }
    }

    /** Places in the cluster's store, names it draws, and literals it does not fill in. */
    private static boolean isOfCluster(String recorded) {
        return recorded.contains("minio")
                || recorded.contains("{{$")
                || recorded.contains("pipelineJobResourceName");
    }

    private static String shown(Object value) {
        return value instanceof Value json ? JsonText.compact(json) : String.valueOf(value);
    }

    private static String state(TaskSnapshot ours) {
        return switch (ours.state()) {
            case TaskState.Succeeded _, TaskState.Cached _ -> "SUCCEEDED";
            case TaskState.Skipped _ -> "NOT_TRIGGERED";
            case TaskState.Failed _ -> "FAILED";
            case TaskState other -> other.toString();
        };
    }

    /** The recording says {@code root/loop/loop[0]/x} for our {@code loop[0]/x}. */
    private static TaskPath path(String recorded) {
        List<String> parts = new ArrayList<>(List.of(recorded.split("/")));
        parts.removeFirst();
        for (int i = parts.size() - 1; i > 0; i--) {
            if (parts.get(i).endsWith("]")) {
                parts.remove(i - 1);
                i--;
            }
        }
        return TaskPath.of(String.join("/", parts));
    }

    private static Map<String, Value> fields(Value.Struct struct, String name) {
        return ((Value.Struct) struct.field(name).orElseThrow()).fields();
    }

    String text(Value.Struct struct, String name) {
        return ((Value.Text) struct.field(name).orElseThrow()).value();
    }
}
