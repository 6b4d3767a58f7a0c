package io.github.binnacle.bench.spine;

import io.github.binnacle.bench.Bench;
import io.github.binnacle.bench.Claim;

/** Independent tasks run side by side. */
final class ParallelClaim implements Claim {
    private static final int TASKS = 8;
    private static final double LIMIT = 2;

    @Override
    public String promise() {
        return "eight independent tasks of 1 s end in under 2 s";
    }

    @Override
    public boolean isAboutTime() {
        return true;
    }

    @Override
    public Figure measure(Bench bench) throws Exception {
        try (EngineRig rig = new EngineRig(bench)) {
            rig.run(rig.pipeline("chain", 2), false);
            double seconds = rig.run(rig.pipeline("naps", TASKS), false).seconds();
            return new Figure(String.format("%.2f s", seconds), seconds < LIMIT);
        }
    }
}
