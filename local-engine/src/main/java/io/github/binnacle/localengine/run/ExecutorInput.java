package io.github.binnacle.localengine.run;

import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.pipeline.ComponentSpec;
import io.github.binnacle.model.pipeline.ComponentSpec.ComponentOutputsSpec;
import io.github.binnacle.model.placeholder.ArtifactJson;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.run.TaskValues;
import io.github.binnacle.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an attempt is told (KFP v2 IR, ExecutorInput): its inputs, and where its outputs go.
 *
 * @param outputs artifacts to be written, by output
 */
record ExecutorInput(
        TaskValues inputs,
        Map<String, RuntimeArtifact> outputs,
        Map<String, String> parameterFiles,
        String outputFile) {

    static ExecutorInput of(ComponentSpec component, TaskValues inputs, AttemptFolder folder) {
        Map<String, RuntimeArtifact> artifacts = new LinkedHashMap<>();
        component
                .outputDefinitions()
                .artifacts()
                .forEach((name, spec) -> artifacts.put(name, planned(name, spec, folder)));
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : component.outputDefinitions().parameters().keySet()) {
            files.put(name, folder.parameter(name).toString());
        }
        return new ExecutorInput(inputs, artifacts, files, folder.executorOutput().toString());
    }

    private static RuntimeArtifact planned(
            String name, ComponentOutputsSpec.ArtifactSpec spec, AttemptFolder folder) {
        String uri = folder.artifact(name).toString();
        return new RuntimeArtifact(0, name, spec.artifactType(), uri, spec.metadata(), "", -1);
    }

    String json() {
        Map<String, Value> in = new LinkedHashMap<>();
        in.put("parameterValues", Value.of(inputs.parameters()));
        Map<String, Value> artifacts = new LinkedHashMap<>();
        inputs.artifacts().forEach((name, list) -> artifacts.put(name, listed(list)));
        in.put("artifacts", Value.of(artifacts));
        return JsonText.compact(Value.of(Map.of("inputs", Value.of(in), "outputs", outputJson())));
    }

    private Value outputJson() {
        Map<String, Value> files = new LinkedHashMap<>();
        parameterFiles.forEach(
                (name, file) -> files.put(name, Value.of(Map.of("outputFile", Value.of(file)))));
        Map<String, Value> artifacts = new LinkedHashMap<>();
        outputs.forEach((name, artifact) -> artifacts.put(name, listed(List.of(artifact))));
        Map<String, Value> out = new LinkedHashMap<>();
        out.put("parameters", Value.of(files));
        out.put("artifacts", Value.of(artifacts));
        out.put("outputFile", Value.of(outputFile));
        return Value.of(out);
    }

    private static Value listed(List<RuntimeArtifact> artifacts) {
        return Value.of(
                Map.of("artifacts", Value.of(artifacts.stream().map(ArtifactJson::of).toList())));
    }
}
