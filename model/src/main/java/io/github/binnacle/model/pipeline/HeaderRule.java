package io.github.binnacle.model.pipeline;

import io.github.binnacle.model.pipeline.ComponentSpec.Implementation;
import java.util.Map;
import java.util.regex.Pattern;

/** The pipeline has a name, a version that we know, and a root. */
final class HeaderRule implements PipelineValidator.SpecRule {
    private static final Pattern KNOWN_VERSION = Pattern.compile("2\\.[01]\\.\\d+");

    @Override
    public void check(SpecScope scope, Findings findings) {
        PipelineSpec spec = scope.spec();
        if (spec.pipelineInfo().name().isBlank()) {
            findings.error("pipeline.no-name", scope.node("pipelineInfo"), Map.of());
        }
        checkVersion(scope, findings, spec.schemaVersion());
        if (spec.root().implementation() instanceof Implementation.Missing) {
            findings.error("pipeline.no-root", scope.node("root"), Map.of());
        }
        spec.root()
                .executorLabel()
                .ifPresent(label ->
                        findings.error(
                                "pipeline.root-not-dag",
                                scope.node("root", "executorLabel"),
                                Map.of("label", label)));
    }

    private static void checkVersion(SpecScope scope, Findings findings, String version) {
        Place place = scope.node("schemaVersion");
        if (version.isEmpty()) {
            findings.warning("pipeline.no-schema-version", place, Map.of());
        } else if (!KNOWN_VERSION.matcher(version).matches()) {
            findings.error("pipeline.schema-version", place, Map.of("version", version));
        }
    }
}
