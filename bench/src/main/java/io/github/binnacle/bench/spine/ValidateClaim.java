package io.github.binnacle.bench.spine;

import io.github.binnacle.bench.Bench;
import io.github.binnacle.bench.Claim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Validating a big file, as a whole process, beside the SDK that makes such a file. */
final class ValidateClaim implements Claim {
    private static final int TASKS = 2000;
    private static final int MORE_TASKS = 5000;
    private static final int RUNS = 3;
    private static final double TIMES = 10;

    @Override
    public String promise() {
        return "validating 2,000 tasks is at least 10 times faster than kfp dsl compile;"
                + " 5,000 tasks scale no worse than linearly";
    }

    @Override
    public boolean isAboutTime() {
        return true;
    }

    @Override
    public Figure measure(Bench bench) throws Exception {
        Path chain = bench.folder().resolve("big-chain.yaml");
        double compile = compile(bench, chain);
        Path longer = bench.folder().resolve("longer-chain.yaml");
        bench.peers().script("", "lengthen_chain.py", chain + "", "" + MORE_TASKS, longer + "");
        double base = validate(bench, small(bench));
        double two = validate(bench, chain);
        double five = validate(bench, longer);
        double growth = (five - base) / (two - base);
        return new Figure(
                String.format(
                        "2,000 tasks (%.1f MB) %.2f s, compile %.1f s: %.0f times faster; 5,000"
                                + " tasks %.2f s: %.2f times the work for 2.5 times the tasks",
                        Files.size(chain) / 1e6, two, compile, compile / two, five, growth),
                compile / two >= TIMES && growth <= 1.0 * MORE_TASKS / TASKS);
    }

    private static double compile(Bench bench, Path out) throws IOException, InterruptedException {
        Path source = bench.folder().resolve("big_chain.py");
        bench.peers().script("", "compile_chain.py", "" + TASKS, source.toString());
        String kfp = bench.peers().python().resolveSibling("kfp").toString();
        List<String> command =
                List.of(kfp, "dsl", "compile", "--py", source + "", "--output", out + "");
        return seconds(() -> bench.peers().run("", command));
    }

    private static double validate(Bench bench, Path file)
            throws IOException, InterruptedException {
        List<String> command =
                List.of(bench.project().resolve("binnacle").toString(), "validate", file + "");
        bench.peers().run("", command);
        double[] runs = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            runs[i] = seconds(() -> bench.peers().run("", command));
        }
        Arrays.sort(runs);
        return runs[RUNS / 2];
    }

    private static Path small(Bench bench) throws IOException, InterruptedException {
        Path small = bench.folder().resolve("small-chain.yaml");
        bench.peers().script("", "make_pipelines.py", "chain", "1", small.toString());
        return small;
    }

    private interface Action {
        void run() throws IOException, InterruptedException;
    }

    private static double seconds(Action action) throws IOException, InterruptedException {
        long start = System.nanoTime();
        action.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
