package io.github.binnacle.localengine.wire;

import io.github.binnacle.model.address.Address;
import io.github.binnacle.model.address.Address.ArtifactAddress;
import io.github.binnacle.model.address.Address.DocumentAddress;
import io.github.binnacle.model.address.Address.NodeAddress;
import io.github.binnacle.model.address.Address.PortAddress;
import io.github.binnacle.model.address.Address.RunAddress;
import io.github.binnacle.model.address.Address.RunTaskAddress;
import io.github.binnacle.model.address.Address.TaskAddress;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** Addresses as JSON. */
final class AddressJson {
    private AddressJson() {}

    static Value.Struct write(Address address) {
        return switch (address) {
            case DocumentAddress(String path) -> kind("document", "path", Value.of(path));
            case NodeAddress(DocumentAddress document, int part, var keys) ->
                    kind("node", "path", Value.of(document.path()))
                            .with("part", Value.of(part))
                            .with("keys", Fields.texts(keys));
            case TaskAddress(DocumentAddress document, var tasks) ->
                    kind("task", "path", Value.of(document.path()))
                            .with("tasks", Fields.texts(tasks));
            case PortAddress(TaskAddress task, boolean isInput, String port) ->
                    kind("port", "path", Value.of(task.document().path()))
                            .with("tasks", Fields.texts(task.tasks()))
                            .with("input", Value.of(isInput))
                            .with("port", Value.of(port));
            case RunAddress(RunId run) -> kind("run", "run", Value.of(run.value()));
            case RunTaskAddress(RunId run, TaskPath task) ->
                    kind("runTask", "run", Value.of(run.value()))
                            .with("task", Value.of(task.toString()));
            case ArtifactAddress(long id) -> kind("artifact", "id", Value.of(id));
        };
    }

    private static Value.Struct kind(String kind, String field, Value value) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("kind", Value.of(kind));
        fields.put(field, value);
        return Value.of(fields);
    }

    static Address read(Value.Struct json) throws ProtocolException {
        DocumentAddress document = new DocumentAddress(Fields.text(json, "path"));
        RunId run = new RunId(Fields.text(json, "run"));
        return switch (Fields.text(json, "kind")) {
            case "document" -> document;
            case "node" ->
                    new NodeAddress(
                            document,
                            (int) Fields.number(json, "part"),
                            Fields.texts(json, "keys"));
            case "task" -> new TaskAddress(document, Fields.texts(json, "tasks"));
            case "port" ->
                    new PortAddress(
                            new TaskAddress(document, Fields.texts(json, "tasks")),
                            Fields.flag(json, "input"),
                            Fields.text(json, "port"));
            case "run" -> new RunAddress(run);
            case "runTask" -> new RunTaskAddress(run, TaskPath.of(Fields.text(json, "task")));
            case "artifact" -> new ArtifactAddress(Fields.number(json, "id"));
            default -> throw new ProtocolException("An address is of an unknown kind");
        };
    }
}
