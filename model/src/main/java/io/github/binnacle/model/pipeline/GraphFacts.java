package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.pipeline.GraphNode.Facts;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ExecutorSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ImporterSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.PipelineContainerSpec;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ResourceSpec;
import io.github.binnacle.model.pipeline.PipelineTaskSpec.ParameterSource;
import io.github.binnacle.model.value.Value;
import java.util.List;

/** Gathers what the subtitle of a task says. */
final class GraphFacts {
    private GraphFacts() {}

    static Facts of(PipelineSpec spec, PipelineTaskSpec task, ComponentSpec component) {
        ExecutorSpec executor =
                component
                        .executorLabel()
                        .map(label -> spec.deploymentSpec().executors().get(label))
                        .orElse(null);
        boolean isCached = task.cachingOptions().enableCache();
        int retries = task.retryPolicy() == null ? 0 : task.retryPolicy().maxRetryCount();
        return switch (executor) {
            case PipelineContainerSpec container ->
                    new Facts(
                            container.image(),
                            container.resources(),
                            PythonPackages.installedBy(container),
                            "",
                            isCached,
                            retries);
            case ImporterSpec importer ->
                    new Facts("", ResourceSpec.NONE, List.of(), uri(importer), isCached, retries);
            case null, default ->
                    new Facts("", ResourceSpec.NONE, List.of(), "", isCached, retries);
        };
    }

    private static String uri(ImporterSpec importer) {
        return switch (importer.artifactUri()) {
            case ParameterSource.RuntimeConstant(Value.Text(String text)) -> text;
            case ParameterSource.RuntimeConstant(Value other) -> JsonText.compact(other);
            case ParameterSource.RuntimeParameter(String name) -> name;
            case null, default -> "";
        };
    }
}
