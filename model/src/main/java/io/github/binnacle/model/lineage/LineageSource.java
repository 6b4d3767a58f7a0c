package io.github.binnacle.model.lineage;

import java.util.List;
import java.util.Optional;

/** Answers where artifacts come from and where they go. */
public interface LineageSource {
    Optional<LineageArtifact> artifact(long id);

    /** Finds artifacts by id, URI, digest prefix or name, newest first. */
    List<LineageArtifact> findArtifacts(String text, int limit);

    /** Walks from an artifact up and down at most {@code hops} executions each way. */
    LineageGraph around(long artifactId, int hops);
}
