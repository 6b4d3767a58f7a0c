package io.github.binnacle.bench.kill;

import io.github.binnacle.app.Workbench;
import io.github.binnacle.localengine.host.EngineClient.HostFacts;
import io.github.binnacle.localstore.file.Doctor;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunRequest;
import io.github.binnacle.model.run.RunRequest.RunOptions;
import io.github.binnacle.model.run.RunSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Runs a pipeline while its engine host is killed at random instants, resumes it each time, and
 * notes everything that is not as it must be.
 */
public final class KillSeries {
    private static final Duration LONGEST_WAIT = Duration.ofMillis(900);
    private static final Duration RUN_LIMIT = Duration.ofMinutes(2);

    private final Path home;
    private final Workbench workbench;
    private final KilledPipeline pipeline;
    private final Random random;
    private final List<String> faults = new ArrayList<>();
    private int kills;
    private int runs;

    /** Kills runs of both kinds of tasks, in an empty folder. */
    public KillSeries(Path home, long seed) {
        this(home, seed, true);
    }

    /**
     * @param home empty folder
     * @param isHalfPython every other task is a Python component, which needs an environment with
     *     kfp; it is made before the first kill
     */
    public KillSeries(Path home, long seed, boolean isHalfPython) {
        this.home = home;
        this.pipeline = new KilledPipeline(isHalfPython);
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("BINNACLE_HOME", home.toString());
        workbench = new Workbench(environment);
        random = new Random(seed);
    }

    /**
     * What came out.
     *
     * @param faults in sentences; empty if all was well
     */
    public record Result(int kills, int runs, List<String> faults) {
        public Result {
            faults = List.copyOf(faults);
        }
    }

    /** Lets one run be, then kills until the number is reached; the last run may end. */
    public Result kill(int wanted) throws IOException, InterruptedException {
        try (workbench) {
            run(0);
            while (kills < wanted) {
                run(wanted);
            }
            done(workbench.engineClient().shutdown());
        }
        return new Result(kills, runs, faults);
    }

    /** Does one run, killing its hosts as long as fewer than {@code wanted} were killed. */
    private void run(int wanted) throws IOException, InterruptedException {
        EffectFile effects = new EffectFile(home.resolve("effects-" + runs + ".txt"));
        RunId run = done(workbench.engine().submit(request(effects.file())));
        runs++;
        Completions completions = new Completions(effects, this::fault);
        killUntilFinished(run, completions, wanted);
        completions.ended(snapshot(run));
    }

    private void killUntilFinished(RunId run, Completions completions, int wanted)
            throws IOException, InterruptedException {
        while (kills < wanted) {
            HostFacts host = done(workbench.engineClient().start());
            Thread.sleep(random.nextLong(LONGEST_WAIT.toMillis()));
            killHost(host.pid());
            if (snapshot(run).run().state().isFinished()) {
                return;
            }
            kills++;
            lookAfterKill(run, completions);
            done(workbench.engine().resume(run));
        }
        awaitEnd(run);
    }

    private static void killHost(long pid) {
        ProcessHandle.of(pid)
                .ifPresent(process -> {
                    process.destroyForcibly();
                    process.onExit().join();
                });
    }

    private void lookAfterKill(RunId run, Completions completions)
            throws IOException, InterruptedException {
        List<String> left = new LeftBehind(home, run.value()).await();
        if (!left.isEmpty()) {
            fault("left behind after the kill: " + left);
        }
        completions.hostDied(snapshot(run));
        for (Doctor.Finding finding : new Doctor(workbench.home()).examine()) {
            if (finding.subject().equals("ledger") && !finding.isGood()) {
                fault(finding.detail());
            }
        }
    }

    private void awaitEnd(RunId run) throws IOException, InterruptedException {
        long end = System.nanoTime() + RUN_LIMIT.toNanos();
        while (!snapshot(run).run().state().isFinished()) {
            if (System.nanoTime() > end) {
                throw new IOException("the run did not end within " + RUN_LIMIT);
            }
            Thread.sleep(20);
        }
    }

    private RunSnapshot snapshot(RunId run) {
        return workbench.history().snapshot(run).orElseThrow();
    }

    private RunRequest request(Path effects) {
        return new RunRequest(
                pipeline.text(effects), "", "", "", Map.of(), new RunOptions(false, true, true));
    }

    private void fault(String sentence) {
        faults.add("after " + kills + " kills, run " + runs + ": " + sentence);
    }

    private static <T> T done(Outcome<T> outcome) throws IOException {
        return switch (outcome) {
            case Outcome.Done<T>(T value, var _) -> value;
            case Outcome.Refused<T>(List<Problem> problems) ->
                    throw new IOException(problems.getFirst().message());
        };
    }
}
