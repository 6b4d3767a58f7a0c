package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.address.Address.NodeAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The platform spec speaks of executors that are there. */
final class PlatformRule implements PipelineValidator.SpecRule {
    @Override
    public void check(SpecScope scope, Findings findings) {
        PlatformSpec platform = scope.document().platform();
        Set<String> labels = scope.spec().deploymentSpec().executors().keySet();
        platform.executors().keySet().stream()
                .filter(label -> !labels.contains(label))
                .forEach(label ->
                        findings.warning(
                                "pipeline.platform-executor",
                                place(
                                        scope,
                                        "platforms",
                                        "kubernetes",
                                        "deploymentSpec",
                                        "executors",
                                        label),
                                Map.of(
                                        "label",
                                        label,
                                        "suggestion",
                                        findings.suggestion(label, labels))));
        platform.otherPlatforms()
                .fields()
                .keySet()
                .forEach(name ->
                        findings.note(
                                "pipeline.other-platform",
                                place(scope, "platforms", name),
                                Map.of("platform", name)));
    }

    private static Place place(SpecScope scope, String... keys) {
        return new Place(new NodeAddress(scope.address(), 1, List.of(keys)), 1, List.of(keys));
    }
}
