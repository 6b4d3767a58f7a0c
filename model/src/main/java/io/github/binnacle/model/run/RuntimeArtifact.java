package io.github.binnacle.model.run;

import io.github.binnacle.model.pipeline.ArtifactTypeSchema;
import io.github.binnacle.model.value.Value;

/**
 * An artifact as a task sees it (KFP v2 IR, RuntimeArtifact).
 *
 * @param id number in the ledger (ML Metadata's artifact id); 0 before it is recorded
 * @param name output name that produced it
 * @param uri absolute path on this computer, or a URI of elsewhere
 * @param digest {@code sha256:…} of the content; empty if there is no content here
 * @param bytes size of the content, a directory's being the sum; -1 if there is no content here
 */
public record RuntimeArtifact(
        long id,
        String name,
        ArtifactTypeSchema type,
        String uri,
        Value.Struct metadata,
        String digest,
        long bytes) {}
