package io.github.binnacle.localengine.run;

import io.github.binnacle.model.run.BlobStore;
import io.github.binnacle.model.run.RunLedger;
import io.github.binnacle.model.run.RunLedger.CacheHit;
import io.github.binnacle.model.run.RuntimeArtifact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds outputs of earlier tasks that are still there and unchanged. */
final class CacheLookup {
    private final RunLedger ledger;
    private final BlobStore blobs;

    CacheLookup(RunLedger ledger, BlobStore blobs) {
        this.ledger = ledger;
        this.blobs = blobs;
    }

    /** Returns usable outputs by cache key. */
    Map<String, CacheHit> find(List<String> keys) {
        Map<String, CacheHit> hits = new HashMap<>(ledger.findCached(keys));
        hits.values().removeIf(hit -> !isWhole(hit));
        return hits;
    }

    private boolean isWhole(CacheHit hit) {
        return hit.outputs().artifacts().values().stream()
                .flatMap(List::stream)
                .allMatch(this::isIntact);
    }

    private boolean isIntact(RuntimeArtifact artifact) {
        Optional<Path> path = LocalUris.path(artifact.uri());
        if (path.isEmpty() || artifact.digest().isEmpty()) {
            return true;
        }
        try {
            return blobs.isIntact(path.get(), artifact.digest());
        } catch (IOException e) {
            return false;
        }
    }
}
