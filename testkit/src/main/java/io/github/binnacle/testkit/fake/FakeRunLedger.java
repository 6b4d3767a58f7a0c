package io.github.binnacle.testkit.fake;

import io.github.binnacle.model.run.Attempt;
import io.github.binnacle.model.run.Run;
import io.github.binnacle.model.run.RunChanges;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunLedger;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.run.TaskValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ledger in memory. Safe for use from any thread; every call is one step. */
public final class FakeRunLedger implements RunLedger {
    private final Map<RunId, RecordedRun> runs = new LinkedHashMap<>();
    private final Map<String, CacheHit> cache = new HashMap<>();
    private final List<Event> events = new ArrayList<>();
    private final FakeLineage lineage = new FakeLineage();
    private long lastNumber;
    private long lastExecution;

    /** One entry of the event sequence; its number is its place, from 1. */
    private record Event(RunId run, Optional<TaskPath> task) {}

    /** Offers the lineage of what was recorded. */
    public FakeLineage lineage() {
        return lineage;
    }

    @Override
    public synchronized Run createRun(NewRun newRun) {
        RecordedRun recorded = new RecordedRun(newRun, ++lastNumber);
        runs.put(newRun.run().id(), recorded);
        return changed(recorded);
    }

    @Override
    public synchronized void setRunState(RunId run, RunState state, Instant at, String problem) {
        RecordedRun recorded = recorded(run);
        recorded.setState(state, at, problem);
        changed(recorded);
    }

    @Override
    public synchronized void finishRun(
            RunId run, RunState state, TaskValues outputs, Instant at, String problem) {
        RecordedRun recorded = recorded(run);
        recorded.finish(state, outputs, at, problem);
        changed(recorded);
    }

    @Override
    public synchronized Recorded record(RunId run, List<TaskChange> changes) {
        RecordedRun recorded = recorded(run);
        List<Long> started = new ArrayList<>();
        List<TaskValues> completed = new ArrayList<>();
        for (TaskChange change : changes) {
            switch (change) {
                case TaskChange.Started(NewTask task) -> started.add(start(recorded, task));
                case TaskChange.Stood(TaskPath task, TaskState state, Instant at) ->
                        stand(recorded, task, state, at);
                case TaskChange.Counted(TaskPath task, int count) ->
                        recorded.setIterationCount(task, count);
                case TaskChange.Attempted(TaskPath task, Attempt attempt) ->
                        recorded.putAttempt(task, attempt);
                case TaskChange.Completed(Completion completion) ->
                        completed.add(complete(recorded, completion));
            }
            changed(recorded, path(change));
        }
        return new Recorded(started, completed);
    }

    private static TaskPath path(TaskChange change) {
        return switch (change) {
            case TaskChange.Started(NewTask task) -> task.path();
            case TaskChange.Stood(TaskPath task, TaskState _, Instant _) -> task;
            case TaskChange.Counted(TaskPath task, int _) -> task;
            case TaskChange.Attempted(TaskPath task, Attempt _) -> task;
            case TaskChange.Completed(Completion completion) -> completion.path();
        };
    }

    private long start(RecordedRun recorded, NewTask task) {
        long id = recorded.number(task.path()).orElseGet(() -> ++lastExecution);
        recorded.start(id, task);
        lineage.execution(id, recorded.run().id(), task);
        return id;
    }

    private void stand(RecordedRun recorded, TaskPath task, TaskState state, Instant at) {
        recorded.setTaskState(task, state, at);
        recorded.number(task).ifPresent(id -> lineage.state(id, state));
    }

    private TaskValues complete(RecordedRun recorded, Completion completion) {
        RunId run = recorded.run().id();
        long id = recorded.number(completion.path()).orElseThrow();
        TaskValues outputs = lineage.outputs(id, completion.outputs(), completion.at());
        recorded.complete(completion, outputs);
        lineage.state(id, completion.state());
        boolean isReusable = !completion.cacheKey().isEmpty();
        if (isReusable && completion.state() instanceof TaskState.Succeeded) {
            cache.put(completion.cacheKey(), new CacheHit(run, completion.path(), id, outputs));
        }
        return outputs;
    }

    @Override
    public synchronized Optional<CacheHit> findCached(String cacheKey) {
        return Optional.ofNullable(cache.get(cacheKey));
    }

    @Override
    public synchronized Map<String, CacheHit> findCached(List<String> cacheKeys) {
        Map<String, CacheHit> hits = new HashMap<>(cache);
        hits.keySet().retainAll(cacheKeys);
        return hits;
    }

    @Override
    public synchronized List<RunId> interruptRunning(Instant at) {
        List<RunId> interrupted = new ArrayList<>();
        for (RecordedRun recorded : runs.values()) {
            if (!recorded.run().state().isFinished()) {
                recorded.interrupt(at).forEach(task -> changed(recorded, task));
                interrupted.add(changed(recorded).id());
            }
        }
        return interrupted;
    }

    @Override
    public synchronized Set<String> sharedUris(RunId run) {
        return lineage.sharedUris(run);
    }

    @Override
    public synchronized void delete(RunId run) {
        changed(recorded(run));
        runs.remove(run);
        cache.values().removeIf(hit -> hit.run().equals(run));
    }

    @Override
    public synchronized List<Run> runs(int limit) {
        return new ArrayList<>(runs.values())
                .reversed().stream().limit(limit).map(RecordedRun::run).toList();
    }

    @Override
    public synchronized Optional<RunSnapshot> snapshot(RunId run) {
        return Optional.ofNullable(runs.get(run)).map(RecordedRun::snapshot);
    }

    @Override
    public synchronized Optional<String> document(RunId run) {
        return Optional.ofNullable(runs.get(run)).map(RecordedRun::document);
    }

    @Override
    public synchronized Optional<RunId> find(String text) {
        List<RunId> byNumber =
                runs.values().stream()
                        .map(RecordedRun::run)
                        .filter(run -> text.equals(Long.toString(run.number())))
                        .map(Run::id)
                        .toList();
        List<RunId> byPrefix =
                runs.keySet().stream()
                        .filter(id -> !text.isEmpty() && id.value().startsWith(text))
                        .toList();
        List<RunId> found = byNumber.isEmpty() ? byPrefix : byNumber;
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    @Override
    public synchronized long lastEvent() {
        return events.size();
    }

    @Override
    public synchronized List<RunId> changedSince(long event) {
        return events.stream().skip(event).map(Event::run).distinct().toList();
    }

    @Override
    public synchronized Optional<RunChanges> changes(RunId run, long event) {
        List<TaskPath> touched =
                events.stream()
                        .skip(event)
                        .filter(each -> each.run().equals(run))
                        .flatMap(each -> each.task().stream())
                        .toList();
        return Optional.ofNullable(runs.get(run))
                .map(recorded -> recorded.changes(lastEvent(), touched));
    }

    private Run changed(RecordedRun recorded) {
        events.add(new Event(recorded.run().id(), Optional.empty()));
        return recorded.run();
    }

    private void changed(RecordedRun recorded, TaskPath task) {
        events.add(new Event(recorded.run().id(), Optional.of(task)));
    }

    private RecordedRun recorded(RunId run) {
        RecordedRun recorded = runs.get(run);
        if (recorded == null) {
            throw new IllegalArgumentException("no run " + run);
        }
        return recorded;
    }
}
