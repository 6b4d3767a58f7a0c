package io.github.binnacle.testkit.fake;

import io.github.binnacle.model.live.Live;
import io.github.binnacle.model.live.LiveValue;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.run.Run;
import io.github.binnacle.model.run.RunEngine;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunRequest;
import io.github.binnacle.model.run.RunSnapshot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Plays snapshots that the test wrote, one per call of {@link #step}, and notes what it was asked
 * for.
 */
public final class FakeRunEngine implements RunEngine {
    private final Queue<List<RunSnapshot>> scripts = new ArrayDeque<>();
    private final Map<RunId, LiveValue<RunSnapshot>> followed = new LinkedHashMap<>();
    private final Map<RunId, Queue<RunSnapshot>> toPlay = new LinkedHashMap<>();
    private final LiveValue<List<Run>> runs = new LiveValue<>(List.of());
    private final List<RunRequest> requests = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private List<Problem> refusal = List.of();

    /** Gives the next submitted run its snapshots; all are of one run, the first shows at once. */
    public synchronized FakeRunEngine script(RunSnapshot first, RunSnapshot... later) {
        List<RunSnapshot> script = new ArrayList<>(List.of(first));
        script.addAll(List.of(later));
        scripts.add(script);
        return this;
    }

    /** Makes every later request be refused; no problems make it accept again. */
    public synchronized void refuse(Problem... problems) {
        refusal = List.of(problems);
    }

    /** Shows a run that is there without having been submitted here, or its next snapshot. */
    public synchronized void show(RunSnapshot snapshot) {
        RunId run = snapshot.run().id();
        LiveValue<RunSnapshot> live = followed.get(run);
        if (live == null) {
            followed.put(run, new LiveValue<>(snapshot));
        } else {
            live.publish(snapshot);
        }
        runs.publish(
                followed.values().stream()
                        .map(each -> each.current().run())
                        .sorted(Comparator.comparingLong(Run::number).reversed())
                        .toList());
    }

    /** Plays the next snapshot of a run and says whether there was one. */
    public synchronized boolean step(RunId run) {
        Queue<RunSnapshot> rest = toPlay.getOrDefault(run, new ArrayDeque<>());
        if (rest.isEmpty()) {
            return false;
        }
        show(rest.remove());
        return true;
    }

    /** Returns what was submitted, in order, refused requests included. */
    public synchronized List<RunRequest> requests() {
        return List.copyOf(requests);
    }

    /** Returns what else was asked for, such as {@code cancel RUN}. */
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public synchronized Outcome<RunId> submit(RunRequest request) {
        requests.add(request);
        if (!refusal.isEmpty()) {
            return new Outcome.Refused<>(refusal);
        }
        Queue<RunSnapshot> script = new ArrayDeque<>(scripts.remove());
        RunSnapshot first = script.remove();
        toPlay.put(first.run().id(), script);
        show(first);
        return new Outcome.Done<>(first.run().id());
    }

    @Override
    public Outcome<RunId> cancel(RunId run) {
        return note("cancel", run);
    }

    @Override
    public Outcome<RunId> resume(RunId run) {
        return note("resume", run);
    }

    @Override
    public synchronized Outcome<RunId> delete(RunId run) {
        Outcome<RunId> outcome = note("delete", run);
        if (outcome instanceof Outcome.Done) {
            followed.remove(run);
            runs.publish(runs.current().stream().filter(each -> !each.id().equals(run)).toList());
        }
        return outcome;
    }

    private synchronized Outcome<RunId> note(String call, RunId run) {
        calls.add(call + " " + run);
        return refusal.isEmpty() ? new Outcome.Done<>(run) : new Outcome.Refused<>(refusal);
    }

    @Override
    public synchronized Live<RunSnapshot> follow(RunId run) {
        LiveValue<RunSnapshot> live = followed.get(run);
        if (live == null) {
            throw new IllegalArgumentException("no run " + run);
        }
        return live;
    }

    @Override
    public Live<List<Run>> runs() {
        return runs;
    }
}
