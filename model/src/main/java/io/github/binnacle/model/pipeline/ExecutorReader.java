package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.document.DocumentNode.MappingNode;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.CustomJobSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.EnvVar;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ExecutorSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ImporterSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.PipelineContainerSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ResolverSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ResourceSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.UnknownExecutorSpec;
import io.github.binnacle.model.value.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads ExecutorSpecs. */
final class ExecutorReader {
    /** The deprecated memory fields count in units of 10^9 bytes. */
    private static final BigDecimal GIGA = BigDecimal.valueOf(1_000_000_000L);

    ExecutorSpec read(NodeReader executor) {
        if (executor.has("container")) {
            return container(executor.mapping("container").orElseThrow());
        }
        if (executor.has("importer")) {
            return importer(executor.mapping("importer").orElseThrow());
        }
        if (executor.has("resolver")) {
            return resolver(executor.mapping("resolver").orElseThrow());
        }
        if (executor.has("customJob")) {
            return new CustomJobSpec(
                    executor.mapping("customJob").orElseThrow().struct("customJob"));
        }
        return new UnknownExecutorSpec(executor.keys());
    }

    private static PipelineContainerSpec container(NodeReader container) {
        return new PipelineContainerSpec(
                container.text("image"),
                container.texts("command"),
                container.texts("args"),
                container.list("env", env -> new EnvVar(env.text("name"), env.text("value"))),
                container
                        .mapping("resources")
                        .map(ExecutorReader::resources)
                        .orElse(ResourceSpec.NONE));
    }

    private static ResourceSpec resources(NodeReader resources) {
        NodeReader accelerator = resources.mapping("accelerator").orElseGet(() -> none(resources));
        return new ResourceSpec(
                quantity(resources, "resourceCpuRequest", "cpuRequest", BigDecimal.ONE),
                quantity(resources, "resourceCpuLimit", "cpuLimit", BigDecimal.ONE),
                quantity(resources, "resourceMemoryRequest", "memoryRequest", GIGA),
                quantity(resources, "resourceMemoryLimit", "memoryLimit", GIGA),
                either(accelerator, "resourceType", "type"),
                accelerator.has("resourceCount")
                        ? accelerator.text("resourceCount")
                        : quantity(accelerator, "resourceCount", "count", BigDecimal.ONE));
    }

    private static NodeReader none(NodeReader owner) {
        return new NodeReader(
                new MappingNode(List.of(), true, owner.node().range()), owner.problems());
    }

    private static String either(NodeReader node, String name, String deprecated) {
        return node.has(name) ? node.text(name) : node.text(deprecated);
    }

    private static String quantity(
            NodeReader node, String name, String deprecated, BigDecimal unit) {
        if (node.has(name)) {
            return node.text(name);
        }
        return node.number(deprecated)
                .filter(number -> number != 0)
                .map(number -> new Value.Num(BigDecimal.valueOf(number).multiply(unit)))
                .map(JsonText::number)
                .orElse("");
    }

    private static ImporterSpec importer(NodeReader importer) {
        Map<String, Value> metadata = new LinkedHashMap<>();
        importer.mapOfMappings("properties", TaskReader::constant)
                .forEach(
                        (name, value) -> value.ifPresent(constant -> metadata.put(name, constant)));
        importer.mapOfMappings("customProperties", TaskReader::constant)
                .forEach(
                        (name, value) -> value.ifPresent(constant -> metadata.put(name, constant)));
        metadata.putAll(importer.struct("metadata").fields());
        return new ImporterSpec(
                importer.mapping("artifactUri").map(TaskReader::runtimeValue).orElse(null),
                PipelineSpecReader.artifactType(importer, "typeSchema"),
                Value.of(metadata),
                importer.flag("reimport"),
                importer.flag("downloadToWorkspace"));
    }

    private static ResolverSpec resolver(NodeReader resolver) {
        return new ResolverSpec(
                resolver.mapOfMappings("outputArtifactQueries", query -> query.text("filter")));
    }
}
