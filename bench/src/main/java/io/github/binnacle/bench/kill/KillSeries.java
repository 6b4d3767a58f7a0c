package io.github.binnacle.bench.kill;

import io.github.binnacle.app.Workbench;
import io.github.binnacle.localengine.host.EngineClient.HostFacts;
import io.github.binnacle.localstore.file.Doctor;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.run.Attempt;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunRequest;
import io.github.binnacle.model.run.RunRequest.RunOptions;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.run.TaskSnapshot;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
    private final Random random;
    private final List<String> faults = new ArrayList<>();
    private int kills;
    private int runs;

    /**
     * @param home empty folder
     */
    public KillSeries(Path home, long seed) {
        this.home = home;
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

    /** Kills until the number is reached; the last run is let to its end. */
    public Result kill(int wanted) throws IOException, InterruptedException {
        while (kills < wanted) {
            EffectFile effects = new EffectFile(home.resolve("effects-" + runs + ".txt"));
            RunId run = done(workbench.engine().submit(request(effects.file())));
            runs++;
            killUntilFinished(run, effects, wanted);
            checkFinished(run, effects);
        }
        workbench.engineClient().shutdown();
        workbench.close();
        return new Result(kills, runs, faults);
    }

    private void killUntilFinished(RunId run, EffectFile effects, int wanted)
            throws IOException, InterruptedException {
        while (kills < wanted) {
            Thread.sleep(random.nextLong(LONGEST_WAIT.toMillis()));
            HostFacts host = done(workbench.engineClient().start());
            if (snapshot(run).run().state().isFinished()) {
                return;
            }
            killHost(host.pid());
            kills++;
            checkAfterKill(run, effects);
        }
        awaitEnd(run);
    }

    private static void killHost(long pid) {
        ProcessHandle.of(pid)
                .ifPresent(
                        process -> {
                            process.destroyForcibly();
                            process.onExit().join();
                        });
    }

    /** What is recorded as completed after the kill must be so, unchanged, after the resumption. */
    private void checkAfterKill(RunId run, EffectFile effects)
            throws IOException, InterruptedException {
        List<String> left = new LeftBehind(home, run.value()).await();
        if (!left.isEmpty()) {
            fault("left behind after the kill: " + left);
        }
        Map<String, TaskSnapshot> before = completed(snapshot(run));
        Map<String, Integer> countsBefore = effects.counts();
        for (String task : before.keySet()) {
            if (task.startsWith("step-") && countsBefore.getOrDefault(task, 0) == 0) {
                fault(task + " is recorded as completed and never came to its end");
            }
        }
        checkIntegrity();
        done(workbench.engine().resume(run));
        compare(before, countsBefore, run, effects);
    }

    private final Map<String, TaskSnapshot> known = new LinkedHashMap<>();
    private final Map<String, Integer> knownCounts = new LinkedHashMap<>();

    private void compare(
            Map<String, TaskSnapshot> before,
            Map<String, Integer> counts,
            RunId run,
            EffectFile effects) {
        before.forEach(known::putIfAbsent);
        before.keySet().forEach(task -> knownCounts.putIfAbsent(task, counts.getOrDefault(task, 0)));
    }

    private void checkFinished(RunId run, EffectFile effects) throws IOException {
        RunSnapshot end = snapshot(run);
        Map<String, TaskSnapshot> completed = completed(end);
        Map<String, Integer> counts = effects.counts();
        if (end.run().state() != RunState.SUCCEEDED) {
            fault("the run ended as " + end.run().state() + ": " + end.run().problem());
        }
        known.forEach(
                (task, before) -> {
                    if (!before.equals(completed.get(task))) {
                        fault(task + " was completed and changed: " + before + " became " + completed.get(task));
                    }
                });
        knownCounts.forEach(
                (task, count) -> {
                    if (!count.equals(counts.getOrDefault(task, 0))) {
                        fault(task + " was completed and ran again");
                    }
                });
        for (int i = 0; i < KilledPipeline.TASKS; i++) {
            checkTask(KilledPipeline.task(i), KilledPipeline.value(i), completed);
        }
        known.clear();
        knownCounts.clear();
    }

    private void checkTask(String name, int value, Map<String, TaskSnapshot> completed) {
        TaskSnapshot task = completed.get(name);
        if (task == null) {
            fault(name + " did not complete");
            return;
        }
        if (!Value.of(value).equals(task.outputs().parameters().get("next"))) {
            fault(name + " has the output " + task.outputs().parameters());
        }
        long succeeded =
                task.attempts().stream().map(Attempt::state).filter(state -> state.hasOutputs()).count();
        if (succeeded != 1) {
            fault(name + " succeeded " + succeeded + " times");
        }
    }

    private static Map<String, TaskSnapshot> completed(RunSnapshot snapshot) {
        Map<String, TaskSnapshot> completed = new LinkedHashMap<>();
        for (TaskSnapshot task : snapshot.tasks()) {
            if (task.state().hasOutputs()) {
                completed.put(task.path().toString(), task);
            }
        }
        return completed;
    }

    private void checkIntegrity() {
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

    private static RunRequest request(Path effects) throws IOException {
        Files.deleteIfExists(effects);
        return new RunRequest(
                KilledPipeline.text(effects),
                "",
                "",
                "",
                Map.of(),
                new RunOptions(false, true, true));
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
