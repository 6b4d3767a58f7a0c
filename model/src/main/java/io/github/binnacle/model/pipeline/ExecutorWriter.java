package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.CustomJobSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ExecutorSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ImporterSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.PipelineContainerSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ResolverSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ResourceSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.UnknownExecutorSpec;
import io.github.binnacle.model.value.Value;

/** Writes ExecutorSpecs. */
final class ExecutorWriter {
    private ExecutorWriter() {}

    static Value value(ExecutorSpec executor) {
        return switch (executor) {
            case PipelineContainerSpec container ->
                    new Fields().put("container", container(container)).struct();
            case ImporterSpec importer -> new Fields().put("importer", importer(importer)).struct();
            case ResolverSpec resolver -> new Fields().put("resolver", resolver(resolver)).struct();
            case CustomJobSpec(Value.Struct job) ->
                    new Fields()
                            .put("customJob", new Fields().put("customJob", job).struct())
                            .struct();
            case UnknownExecutorSpec unknown -> {
                Fields fields = new Fields();
                unknown.keys().forEach(key -> fields.put(key, Value.Struct.EMPTY));
                yield fields.struct();
            }
        };
    }

    private static Value container(PipelineContainerSpec container) {
        return new Fields()
                .texts("args", container.args())
                .texts("command", container.command())
                .list(
                        "env",
                        container.env(),
                        variable ->
                                new Fields()
                                        .text("name", variable.name())
                                        .text("value", variable.value())
                                        .struct())
                .text("image", container.image())
                .fields("resources", resources(container.resources()))
                .struct();
    }

    private static Fields resources(ResourceSpec resources) {
        Fields accelerator =
                new Fields()
                        .text("resourceCount", resources.acceleratorCount())
                        .text("resourceType", resources.acceleratorType());
        return new Fields()
                .fields("accelerator", accelerator)
                .text("resourceCpuLimit", resources.resourceCpuLimit())
                .text("resourceCpuRequest", resources.resourceCpuRequest())
                .text("resourceMemoryLimit", resources.resourceMemoryLimit())
                .text("resourceMemoryRequest", resources.resourceMemoryRequest());
    }

    private static Value importer(ImporterSpec importer) {
        Fields fields = new Fields();
        if (importer.artifactUri() != null) {
            fields.put("artifactUri", TaskWriter.runtimeValue(importer.artifactUri()));
        }
        return fields.flag("downloadToWorkspace", importer.downloadToWorkspace())
                .struct("metadata", importer.metadata())
                .flag("reimport", importer.reimport())
                .put("typeSchema", PortWriter.type(importer.typeSchema()))
                .struct();
    }

    private static Value resolver(ResolverSpec resolver) {
        Fields queries = new Fields();
        resolver.filters()
                .forEach((name, filter) ->
                        queries.put(name, new Fields().text("filter", filter).struct()));
        return new Fields().fields("outputArtifactQueries", queries).struct();
    }
}
