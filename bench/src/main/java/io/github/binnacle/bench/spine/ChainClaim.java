package io.github.binnacle.bench.spine;

import io.github.binnacle.bench.Bench;
import io.github.binnacle.bench.Claim;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A chain of trivial tasks, beside kfp.local in a process that has kfp imported. */
final class ChainClaim implements Claim {
    private static final int TASKS = 20;
    private static final int WARM_UPS = 10;
    private static final int RUNS = 5;
    private static final double TIMES = 25;
    private static final Pattern SECONDS = Pattern.compile("\"seconds\": ([0-9.e-]+)");

    @Override
    public String promise() {
        return "a chain of 20 trivial tasks is at least 25 times faster than with kfp.local";
    }

    @Override
    public boolean isAboutTime() {
        return true;
    }

    @Override
    public Figure measure(Bench bench) throws Exception {
        double ours = ours(bench);
        double theirs = theirs(bench);
        return new Figure(
                String.format(
                        "%.1f ms a task, kfp.local %.0f ms: %.1f times faster (median of %d runs)",
                        1000 * ours / TASKS, 1000 * theirs / TASKS, theirs / ours, RUNS),
                theirs / ours >= TIMES);
    }

    private static double ours(Bench bench) throws Exception {
        try (EngineRig rig = new EngineRig(bench)) {
            String chain = rig.pipeline("chain", TASKS);
            for (int i = 0; i < WARM_UPS; i++) {
                rig.run(chain, false);
            }
            double[] seconds = new double[RUNS];
            for (int i = 0; i < RUNS; i++) {
                seconds[i] = rig.run(chain, false).seconds();
            }
            return IntStream.range(0, RUNS)
                    .mapToDouble(i -> seconds[i])
                    .sorted()
                    .toArray()[RUNS / 2];
        }
    }

    private static double theirs(Bench bench) throws Exception {
        String printed =
                bench.peers()
                        .script(
                                "",
                                "peer_local.py",
                                "" + TASKS,
                                bench.folder().resolve("kfp-local").toString());
        Matcher matcher = SECONDS.matcher(printed);
        if (!matcher.find()) {
            throw new IllegalStateException("kfp.local printed no figure: " + printed);
        }
        return Double.parseDouble(matcher.group(1));
    }
}
