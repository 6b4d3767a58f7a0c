package io.github.binnacle.localengine.wire;

import io.github.binnacle.model.run.RunRequest;
import io.github.binnacle.model.run.RunRequest.RunOptions;
import io.github.binnacle.model.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** Run requests as JSON. */
public final class RunRequestJson {
    private RunRequestJson() {}

    public static Value.Struct write(RunRequest request) {
        Map<String, Value> options = new LinkedHashMap<>();
        options.put("useCache", Value.of(request.options().useCache()));
        options.put("trustOnce", Value.of(request.options().trustOnce()));
        options.put("allowHostCommands", Value.of(request.options().allowHostCommands()));
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("documentText", Value.of(request.documentText()));
        fields.put("documentPath", Value.of(request.documentPath()));
        fields.put("project", Value.of(request.project()));
        fields.put("displayName", Value.of(request.displayName()));
        fields.put("parameters", Value.of(request.parameters()));
        fields.put("options", Value.of(options));
        return Value.of(fields);
    }

    public static RunRequest read(Value.Struct json) {
        Value.Struct options = Fields.struct(json, "options");
        return new RunRequest(
                Fields.text(json, "documentText"),
                Fields.text(json, "documentPath"),
                Fields.text(json, "project"),
                Fields.text(json, "displayName"),
                Fields.struct(json, "parameters").fields(),
                new RunOptions(
                        Fields.flag(options, "useCache"),
                        Fields.flag(options, "trustOnce"),
                        Fields.flag(options, "allowHostCommands")));
    }
}
