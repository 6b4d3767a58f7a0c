package io.github.binnacle.model.lineage;

import io.github.binnacle.model.value.Value;
import java.time.Instant;

/** An artifact as ML Metadata holds it. */
public record LineageArtifact(
        long id,
        String typeName,
        String name,
        String uri,
        String digest,
        Value.Struct metadata,
        Instant createdAt) {}
