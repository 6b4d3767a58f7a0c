package io.github.binnacle.model.pipeline;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of every message of pipeline_spec.proto, by their JSON names. */
final class SpecSchema {
    private static final Message VALUE =
            message("ValueOrRuntimeParameter").any("constant", "runtimeParameter", "constantValue");
    private static final Message TYPE =
            message("ArtifactTypeSchema")
                    .any("schemaTitle", "schemaUri", "instanceSchema", "schemaVersion");
    private static final Message INPUTS =
            message("ComponentInputsSpec")
                    .map(
                            "artifacts",
                            message("ComponentInputsSpec.ArtifactSpec")
                                    .one("artifactType", TYPE)
                                    .any("isArtifactList", "isOptional", "description"))
                    .map(
                            "parameters",
                            message("ComponentInputsSpec.ParameterSpec")
                                    .any("type", "parameterType", "defaultValue")
                                    .any("isOptional", "description", "literals"));
    private static final Message OUTPUTS =
            message("ComponentOutputsSpec")
                    .map(
                            "artifacts",
                            message("ComponentOutputsSpec.ArtifactSpec")
                                    .one("artifactType", TYPE)
                                    .map("properties", VALUE)
                                    .map("customProperties", VALUE)
                                    .any("metadata", "isArtifactList", "description"))
                    .map(
                            "parameters",
                            message("ComponentOutputsSpec.ParameterSpec")
                                    .any("type", "parameterType", "description"));
    private static final Message TASK =
            message("PipelineTaskSpec")
                    .one("taskInfo", message("PipelineTaskInfo").any("name"))
                    .one("inputs", taskInputs())
                    .any("dependentTasks")
                    .one("cachingOptions", message("CachingOptions").any("enableCache", "cacheKey"))
                    .one("componentRef", message("ComponentRef").any("name"))
                    .one("triggerPolicy", message("TriggerPolicy").any("condition", "strategy"))
                    .one("artifactIterator", iterator("ArtifactIteratorSpec", "inputArtifact"))
                    .one(
                            "parameterIterator",
                            iterator("ParameterIteratorSpec", "raw", "inputParameter"))
                    .one(
                            "retryPolicy",
                            message("RetryPolicy")
                                    .any("maxRetryCount", "backoffDuration")
                                    .any("backoffFactor", "backoffMaxDuration"))
                    .one("iteratorPolicy", message("IteratorPolicy").any("parallelismLimit"));
    private static final Message DAG =
            message("DagSpec").map("tasks", TASK).one("outputs", dagOutputs());
    private static final Message COMPONENT =
            message("ComponentSpec")
                    .one("inputDefinitions", INPUTS)
                    .one("outputDefinitions", OUTPUTS)
                    .one("dag", DAG)
                    .any("executorLabel", "singlePlatformSpecs")
                    .list(
                            "taskConfigPassthroughs",
                            message("TaskConfigPassthrough").any("field", "applyToTask"));

    /** The first YAML document. */
    static final Message PIPELINE =
            message("PipelineSpec")
                    .one(
                            "pipelineInfo",
                            message("PipelineInfo").any("name", "displayName", "description"))
                    .one(
                            "deploymentSpec",
                            message("PipelineDeploymentConfig").map("executors", executor()))
                    .any("sdkVersion", "schemaVersion", "defaultPipelineRoot")
                    .map("components", COMPONENT)
                    .one("root", COMPONENT);

    private SpecSchema() {}

    private static Message taskInputs() {
        return message("TaskInputsSpec")
                .map(
                        "parameters",
                        message("InputParameterSpec")
                                .one(
                                        "taskOutputParameter",
                                        message("TaskOutputParameterSpec")
                                                .any("producerTask", "outputParameterKey"))
                                .one("runtimeValue", VALUE)
                                .any("componentInputParameter", "parameterExpressionSelector")
                                .one(
                                        "taskFinalStatus",
                                        message("TaskFinalStatus").any("producerTask")))
                .map(
                        "artifacts",
                        message("InputArtifactSpec")
                                .one(
                                        "taskOutputArtifact",
                                        message("TaskOutputArtifactSpec")
                                                .any("producerTask", "outputArtifactKey"))
                                .any("componentInputArtifact"));
    }

    private static Message iterator(String name, String... items) {
        return message(name).one("items", message("ItemsSpec").any(items)).any("itemInput");
    }

    private static Message dagOutputs() {
        Message parameter =
                message("ParameterSelectorSpec").any("producerSubtask", "outputParameterKey");
        Message artifact =
                message("ArtifactSelectorSpec").any("producerSubtask", "outputArtifactKey");
        return message("DagOutputsSpec")
                .map(
                        "artifacts",
                        message("DagOutputArtifactSpec").list("artifactSelectors", artifact))
                .map(
                        "parameters",
                        message("DagOutputParameterSpec")
                                .one("valueFromParameter", parameter)
                                .one(
                                        "valueFromOneof",
                                        message("ParameterSelectorsSpec")
                                                .list("parameterSelectors", parameter)));
    }

    private static Message executor() {
        Message resources =
                message("ResourceSpec")
                        .any("cpuLimit", "memoryLimit", "cpuRequest", "memoryRequest")
                        .any("resourceCpuLimit", "resourceMemoryLimit")
                        .any("resourceCpuRequest", "resourceMemoryRequest")
                        .one(
                                "accelerator",
                                message("AcceleratorConfig")
                                        .any("type", "count", "resourceType", "resourceCount"));
        Message container =
                message("PipelineContainerSpec")
                        .any("image", "command", "args", "lifecycle")
                        .one("resources", resources)
                        .list("env", message("EnvVar").any("name", "value"));
        Message importer =
                message("ImporterSpec")
                        .one("artifactUri", VALUE)
                        .one("typeSchema", TYPE)
                        .map("properties", VALUE)
                        .map("customProperties", VALUE)
                        .any("reimport", "metadata", "downloadToWorkspace");
        Message query = message("ArtifactQuerySpec").any("filter", "limit");
        return message("ExecutorSpec")
                .one("container", container)
                .one("importer", importer)
                .one("resolver", message("ResolverSpec").map("outputArtifactQueries", query))
                .one("customJob", message("AIPlatformCustomJobSpec").any("customJob"));
    }

    private static Message message(String name) {
        return new Message(name);
    }

    /** How the value of a field is built. */
    enum Shape {
        ANY,
        ONE,
        MAP,
        LIST
    }

    /**
     * @param message what is inside; null if anything may be
     */
    record Field(Shape shape, @Nullable Message message) {}

    /** One message, with its fields. Filled while this class is made, then only read. */
    static final class Message {
        private final String name;
        private final Map<String, Field> fields = new LinkedHashMap<>();
        private final Map<String, Field> snake = new LinkedHashMap<>();

        private Message(String name) {
            this.name = name;
        }

        String name() {
            return name;
        }

        /** Returns the JSON names of its fields. */
        Collection<String> names() {
            return fields.keySet();
        }

        /** Finds a field by its lowerCamelCase or snake_case name. */
        @Nullable Field field(String key) {
            Field field = fields.get(key);
            return field == null ? snake.get(key) : field;
        }

        private Message any(String... names) {
            List.of(names).forEach(field -> put(field, new Field(Shape.ANY, null)));
            return this;
        }

        private Message one(String field, Message message) {
            return put(field, new Field(Shape.ONE, message));
        }

        private Message map(String field, Message message) {
            return put(field, new Field(Shape.MAP, message));
        }

        private Message list(String field, Message message) {
            return put(field, new Field(Shape.LIST, message));
        }

        private Message put(String key, Field field) {
            fields.put(key, field);
            snake.put(NodeLookup.snakeCase(key), field);
            return this;
        }
    }
}
