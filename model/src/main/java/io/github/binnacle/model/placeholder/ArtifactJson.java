package io.github.binnacle.model.placeholder;

import io.github.binnacle.model.pipeline.ArtifactTypeSchema;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes artifacts as KFP's runtime reads them (KFP v2 IR, RuntimeArtifact in proto3 JSON). */
public final class ArtifactJson {
    private ArtifactJson() {}

    public static Value.Struct of(RuntimeArtifact artifact) {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("name", Value.of(artifact.name()));
        fields.put("type", type(artifact.type()));
        fields.put("uri", Value.of(artifact.uri()));
        fields.put("metadata", artifact.metadata());
        return Value.of(fields);
    }

    private static Value type(ArtifactTypeSchema type) {
        Map<String, Value> fields = new LinkedHashMap<>();
        if (!type.instanceSchema().isEmpty()) {
            fields.put("instanceSchema", Value.of(type.instanceSchema()));
        } else if (!type.schemaUri().isEmpty()) {
            fields.put("schemaUri", Value.of(type.schemaUri()));
        } else {
            fields.put("schemaTitle", Value.of(type.schemaTitle()));
        }
        if (!type.schemaVersion().isEmpty()) {
            fields.put("schemaVersion", Value.of(type.schemaVersion()));
        }
        return Value.of(fields);
    }
}
