package io.github.binnacle.localengine.run;

import io.github.binnacle.localengine.supervisor.ProcessEnd;
import io.github.binnacle.localengine.supervisor.ProcessOrder;
import io.github.binnacle.localengine.supervisor.ProcessOrder.Command;
import io.github.binnacle.localengine.supervisor.ProcessOrder.PythonTask;
import io.github.binnacle.model.codec.JsonReader;
import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What a component of a test sees: its ExecutorInput, and where its outputs go. */
record FakeTask(
        Value.Struct executorInput,
        Map<String, String> environment,
        Path folder,
        Path log,
        CompletableFuture<ProcessEnd> end,
        Map<String, Value> written) {
    static FakeTask of(ProcessOrder order, CompletableFuture<ProcessEnd> end) throws IOException {
        Path input = order.folder().resolveSibling("executor_input.json");
        Map<String, String> environment =
                switch (order) {
                    case PythonTask task -> task.environment();
                    case Command command -> command.environment();
                };
        return new FakeTask(
                (Value.Struct) JsonReader.parse(Files.readString(input)),
                environment,
                order.folder(),
                order.log(),
                end,
                new LinkedHashMap<>());
    }

    private static Value.Struct struct(Value.Struct parent, String name) {
        return (Value.Struct) parent.field(name).orElse(Value.Struct.EMPTY);
    }

    Map<String, Value> inputs() {
        return struct(struct(executorInput, "inputs"), "parameterValues").fields();
    }

    Value input(String name) {
        return inputs().getOrDefault(name, Value.of("<absent>"));
    }

    /** Returns the URIs of an input's artifacts. */
    List<String> artifactUris(String name) {
        return uris(struct(executorInput, "inputs"), name);
    }

    private static List<String> uris(Value.Struct side, String name) {
        Value list =
                struct(struct(side, "artifacts"), name)
                        .field("artifacts")
                        .orElse(Value.of(List.of()));
        return ((Value.Items) list)
                .values().stream()
                        .map(artifact -> ((Value.Struct) artifact).field("uri").orElseThrow())
                        .map(uri -> ((Value.Text) uri).value())
                        .toList();
    }

    /** Returns where an output artifact goes. */
    Path outputArtifact(String name) {
        return Path.of(uris(struct(executorInput, "outputs"), name).getFirst());
    }

    /** Returns the file for an output parameter. */
    Path outputFile(String name) {
        Value.Struct file = struct(struct(struct(executorInput, "outputs"), "parameters"), name);
        return Path.of(((Value.Text) file.field("outputFile").orElseThrow()).value());
    }

    FakeTask returns(String output, Value value) {
        written.put(output, value);
        return this;
    }

    FakeTask prints(String text) throws IOException {
        Files.writeString(log, text, StandardOpenOption.APPEND);
        return this;
    }

    /** Writes what it returns, and succeeds. */
    ProcessEnd succeed() throws IOException {
        return succeedTelling(Map.of());
    }

    /** Tells of its artifacts as well. */
    ProcessEnd succeedTelling(Map<String, Value> artifacts) throws IOException {
        Value.Struct outputs = struct(executorInput, "outputs");
        Path file = Path.of(((Value.Text) outputs.field("outputFile").orElseThrow()).value());
        Map<String, Value> told = new LinkedHashMap<>();
        told.put("parameterValues", Value.of(written));
        told.put("artifacts", Value.of(artifacts));
        Files.writeString(file, JsonText.compact(Value.of(told)));
        return FakeProcesses.exit(0);
    }

    /** Waits until it is canceled. */
    ProcessEnd awaitCancel() throws Exception {
        return end.get();
    }
}
