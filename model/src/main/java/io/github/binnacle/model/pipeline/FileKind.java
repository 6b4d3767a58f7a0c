package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.document.DocumentNode.MappingNode;
import io.github.binnacle.model.document.DocumentNode.ScalarNode;
import java.util.List;
import java.util.Optional;

/** Recognises files that are taken for pipelines by mistake. */
final class FileKind {
    private static final List<String> PIPELINE_KEYS =
            List.of(
                    "pipelineInfo",
                    "pipeline_info",
                    "root",
                    "deploymentSpec",
                    "deployment_spec",
                    "pipelineSpec",
                    "pipeline_spec");

    private FileKind() {}

    /** Returns what the file is, if it is no pipeline. */
    static Optional<String> otherThanPipeline(MappingNode root) {
        if (PIPELINE_KEYS.stream().anyMatch(key -> root.entry(key).isPresent())) {
            return Optional.empty();
        }
        if (has(root, "apiVersion") && has(root, "kind")) {
            return Optional.of("a Kubernetes resource of kind " + text(root, "kind"));
        }
        if (has(root, "implementation")
                && (has(root, "inputs") || has(root, "outputs") || has(root, "name"))) {
            return Optional.of("a component file (component.yaml)");
        }
        if (has(root, "doc_type") && has(root, "pipelines")) {
            return Optional.of("an Elyra pipeline");
        }
        if (has(root, "cells") && has(root, "nbformat")) {
            return Optional.of("a notebook");
        }
        if (has(root, "platforms")) {
            return Optional.of("a platform spec without its pipeline");
        }
        return Optional.of(
                "something else: none of pipelineInfo, deploymentSpec and root is there");
    }

    private static boolean has(MappingNode root, String key) {
        return root.entry(key).isPresent();
    }

    private static String text(MappingNode root, String key) {
        return root.entry(key)
                .map(entry -> entry.value().resolved())
                .filter(ScalarNode.class::isInstance)
                .map(node -> ((ScalarNode) node).text())
                .orElse("");
    }
}
