package io.github.binnacle.bench.spine;

import io.github.binnacle.bench.Bench;
import io.github.binnacle.bench.Claim;
import io.github.binnacle.bench.kill.KillSeries;
import java.nio.file.Files;

/** The engine host is killed again and again in the middle of runs, and resumed each time. */
final class KillsClaim implements Claim {
    private static final int KILLS = 200;
    private static final int FEWEST = 5;

    @Override
    public String promise() {
        return "200 kills of the engine host lose no completed task, run none twice, leave no"
                + " process, and integrity_check says ok";
    }

    @Override
    public Figure measure(Bench bench) throws Exception {
        long seed = System.nanoTime();
        KillSeries.Result result =
                new KillSeries(Files.createTempDirectory(bench.folder(), "kills"), seed)
                        .kill(Claim.share(bench, KILLS, FEWEST));
        return new Figure(
                result.kills()
                        + " kills in "
                        + result.runs()
                        + " runs, seed "
                        + seed
                        + ", faults: "
                        + result.faults(),
                result.faults().isEmpty());
    }
}
