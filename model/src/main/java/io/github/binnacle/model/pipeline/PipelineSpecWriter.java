package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.codec.YamlLayout;
import io.github.binnacle.model.codec.YamlWriter;
import io.github.binnacle.model.pipeline.DagSpec.DagOutputParameterSpec;
import io.github.binnacle.model.pipeline.DagSpec.DagOutputsSpec;
import io.github.binnacle.model.pipeline.DagSpec.ParameterSelectorSpec;
import io.github.binnacle.model.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes specs as fresh texts, for new documents. What is written reads back as an equal spec;
 * existing documents are changed by edits instead, which keep what the records do not hold.
 */
public final class PipelineSpecWriter {
    private PipelineSpecWriter() {}

    /** Writes a file as the KFP SDK does; the platform spec follows if it says anything. */
    public static String yaml(PipelineSpec spec, PlatformSpec platform) {
        String pipeline = YamlWriter.document(value(spec), YamlLayout.KFP);
        return platform.equals(PlatformSpec.EMPTY)
                ? pipeline
                : pipeline + "---\n" + YamlWriter.document(value(platform), YamlLayout.KFP);
    }

    /** Writes JSON; with a platform spec, in the shape of KFP's API, which nests both. */
    public static String json(PipelineSpec spec, PlatformSpec platform) {
        Value.Struct pipeline = value(spec);
        return JsonText.pretty(
                platform.equals(PlatformSpec.EMPTY)
                        ? pipeline
                        : new Fields()
                                .put("pipeline_spec", pipeline)
                                .put("platform_spec", value(platform))
                                .struct());
    }

    /** Returns a spec in proto3's JSON form. */
    public static Value.Struct value(PipelineSpec spec) {
        Fields info =
                new Fields()
                        .text("description", spec.pipelineInfo().description())
                        .text("displayName", spec.pipelineInfo().displayName())
                        .text("name", spec.pipelineInfo().name());
        Fields components = new Fields();
        spec.components().forEach((name, component) -> components.put(name, value(component)));
        Fields executors = new Fields();
        spec.deploymentSpec()
                .executors()
                .forEach((label, executor) -> executors.put(label, ExecutorWriter.value(executor)));
        return new Fields()
                .fields("components", components)
                .text("defaultPipelineRoot", spec.defaultPipelineRoot())
                .fields("deploymentSpec", new Fields().fields("executors", executors))
                .fields("pipelineInfo", info)
                .put("root", value(spec.root()))
                .text("schemaVersion", spec.schemaVersion())
                .text("sdkVersion", spec.sdkVersion())
                .struct();
    }

    /** Returns a platform spec in proto3's JSON form. */
    public static Value.Struct value(PlatformSpec platform) {
        Fields executors = new Fields();
        platform.executors().forEach((label, config) -> executors.put(label, config.source()));
        Fields kubernetes =
                new Fields()
                        .fields("deploymentSpec", new Fields().fields("executors", executors))
                        .struct("pipelineConfig", platform.pipelineConfig());
        Map<String, Value> platforms = new LinkedHashMap<>();
        if (!kubernetes.isEmpty()) {
            platforms.put("kubernetes", kubernetes.struct());
        }
        platforms.putAll(platform.otherPlatforms().fields());
        return new Fields().put("platforms", Value.of(platforms)).struct();
    }

    /** Returns a component in proto3's JSON form. */
    public static Value.Struct value(ComponentSpec component) {
        Fields fields = new Fields();
        switch (component.implementation()) {
            case ComponentSpec.Implementation.Dag(DagSpec dag) -> fields.put("dag", value(dag));
            case ComponentSpec.Implementation.Executor(String label) ->
                    fields.text("executorLabel", label);
            case ComponentSpec.Implementation.Missing _ -> {}
        }
        return fields.fields("inputDefinitions", PortWriter.inputs(component.inputDefinitions()))
                .fields("outputDefinitions", PortWriter.outputs(component.outputDefinitions()))
                .list(
                        "taskConfigPassthroughs",
                        component.taskConfigPassthroughs(),
                        part ->
                                new Fields()
                                        .flag("applyToTask", part.applyToTask())
                                        .text("field", part.field())
                                        .struct())
                .struct();
    }

    private static Value value(DagSpec dag) {
        Fields tasks = new Fields();
        dag.tasks().forEach((name, task) -> tasks.put(name, TaskWriter.value(task)));
        return new Fields()
                .fields("outputs", outputs(dag.outputs()))
                .fields("tasks", tasks)
                .struct();
    }

    private static Fields outputs(DagOutputsSpec outputs) {
        Fields artifacts = new Fields();
        outputs.artifacts()
                .forEach((name, output) ->
                        artifacts.put(
                                name,
                                new Fields()
                                        .list(
                                                "artifactSelectors",
                                                output.artifactSelectors(),
                                                selector ->
                                                        new Fields()
                                                                .text(
                                                                        "outputArtifactKey",
                                                                        selector
                                                                                .outputArtifactKey())
                                                                .text(
                                                                        "producerSubtask",
                                                                        selector.producerSubtask())
                                                                .struct())
                                        .struct()));
        Fields parameters = new Fields();
        outputs.parameters().forEach((name, output) -> parameters.put(name, value(output)));
        return new Fields().fields("artifacts", artifacts).fields("parameters", parameters);
    }

    private static Value value(DagOutputParameterSpec output) {
        return switch (output) {
            case DagOutputParameterSpec.ValueFromParameter(ParameterSelectorSpec selector) ->
                    new Fields().put("valueFromParameter", value(selector)).struct();
            case DagOutputParameterSpec.ValueFromOneof oneof ->
                    new Fields()
                            .put(
                                    "valueFromOneof",
                                    new Fields()
                                            .list(
                                                    "parameterSelectors",
                                                    oneof.parameterSelectors(),
                                                    PipelineSpecWriter::value)
                                            .struct())
                            .struct();
        };
    }

    private static Value value(ParameterSelectorSpec selector) {
        return new Fields()
                .text("outputParameterKey", selector.outputParameterKey())
                .text("producerSubtask", selector.producerSubtask())
                .struct();
    }
}
