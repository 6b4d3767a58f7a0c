package io.github.binnacle.model.run;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One task of a run as it stands.
 *
 * @param id number in the ledger (ML Metadata's execution id); 0 if it has none yet
 * @param displayName name to show
 * @param startedAt null while it waits
 * @param iterationCount for a loop, how many iterations; -1 otherwise or not known yet
 * @param attempts oldest first; empty for DAGs, importers and cache hits
 */
public record TaskSnapshot(
        long id,
        TaskPath path,
        TaskKind kind,
        String displayName,
        TaskState state,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        TaskValues inputs,
        TaskValues outputs,
        int iterationCount,
        List<Attempt> attempts) {
    public TaskSnapshot {
        attempts = List.copyOf(attempts);
    }
}
