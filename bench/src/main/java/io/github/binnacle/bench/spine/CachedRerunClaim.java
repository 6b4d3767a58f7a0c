package io.github.binnacle.bench.spine;

import io.github.binnacle.bench.Bench;
import io.github.binnacle.bench.Claim;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.TaskState;

/** A rerun whose every task is a cache hit. */
final class CachedRerunClaim implements Claim {
    private static final int TASKS = 500;
    private static final double LIMIT = 1;

    @Override
    public String promise() {
        return "a fully cached rerun of 500 tasks ends in under 1 s";
    }

    @Override
    public boolean isAboutTime() {
        return true;
    }

    @Override
    public Figure measure(Bench bench) throws Exception {
        try (EngineRig rig = new EngineRig(bench)) {
            Figure chain = rerun(rig, "chain");
            Figure fan = rerun(rig, "fan");
            return new Figure(
                    "in a chain " + chain.measured() + "; independent " + fan.measured(),
                    chain.holds() && fan.holds());
        }
    }

    private static Figure rerun(EngineRig rig, String shape) throws Exception {
        String document = rig.pipeline(shape, TASKS);
        rig.run(document, true);
        EngineRig.Timed again = rig.run(document, true);
        long cached = cached(again.snapshot());
        return new Figure(
                String.format("%.2f s, %d of %d reused", again.seconds(), cached, TASKS),
                again.seconds() < LIMIT && cached == TASKS);
    }

    private static long cached(RunSnapshot snapshot) {
        return snapshot.tasks().stream()
                .filter(task -> task.state() instanceof TaskState.Cached)
                .count();
    }
}
