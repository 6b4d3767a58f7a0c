package io.github.binnacle.bench.spine;

import io.github.binnacle.bench.Claim;
import java.util.List;

/** The promises of the spine, in the order they are printed. */
public final class SpineClaims {
    private SpineClaims() {}

    public static List<Claim> all() {
        return List.of(
                new CorpusClaim(),
                new ConformanceClaim(),
                new ChainClaim(),
                new ParallelClaim(),
                new CachedRerunClaim(),
                new ValidateClaim(),
                new KillsClaim(),
                new MutationsClaim());
    }
}
