package io.github.binnacle.testkit.fake;

import io.github.binnacle.model.lineage.LineageArtifact;
import io.github.binnacle.model.lineage.LineageGraph;
import io.github.binnacle.model.lineage.LineageGraph.Event;
import io.github.binnacle.model.lineage.LineageGraph.Execution;
import io.github.binnacle.model.lineage.LineageSource;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunLedger.NewTask;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.run.TaskKind;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.run.TaskValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Lineage in memory, filled by the fake ledger. */
public final class FakeLineage implements LineageSource {
    private final Map<Long, LineageArtifact> artifacts = new LinkedHashMap<>();
    private final Map<Long, Execution> executions = new LinkedHashMap<>();
    private final Set<Event> events = new LinkedHashSet<>();

    FakeLineage() {}

    synchronized void execution(long id, RunId run, NewTask task) {
        executions.put(
                id,
                new Execution(
                        id,
                        typeName(task.kind()),
                        task.displayName(),
                        word(task.state()),
                        run,
                        task.path().toString()));
        addEvents(id, task.inputs(), true);
    }

    private static String typeName(TaskKind kind) {
        return switch (kind) {
            case ROOT, DAG, LOOP, LOOP_ITERATION -> "system.DAGExecution";
            case RUNTIME -> "system.ContainerExecution";
            case IMPORTER -> "system.ImporterExecution";
        };
    }

    synchronized void state(long id, TaskState state) {
        Execution before = Objects.requireNonNull(executions.get(id));
        executions.put(
                id,
                new Execution(
                        id,
                        before.typeName(),
                        before.displayName(),
                        word(state),
                        before.run(),
                        before.taskPath()));
    }

    private static String word(TaskState state) {
        return switch (state) {
            case TaskState.Pending _ -> "NEW";
            case TaskState.Running _ -> "RUNNING";
            case TaskState.Succeeded _ -> "COMPLETE";
            case TaskState.Cached _ -> "CACHED";
            case TaskState.Skipped _ -> "CANCELED";
            case TaskState.Failed _, TaskState.Canceled _, TaskState.Interrupted _ -> "FAILED";
        };
    }

    /** Records outputs and returns them with the numbers of their artifacts. */
    synchronized TaskValues outputs(long execution, TaskValues outputs, Instant at) {
        Map<String, List<RuntimeArtifact>> numbered = new LinkedHashMap<>();
        outputs.artifacts()
                .forEach((name, list) ->
                        numbered.put(
                                name,
                                list.stream().map(each -> numbered(each, name, at)).toList()));
        TaskValues recorded = new TaskValues(outputs.parameters(), numbered);
        addEvents(execution, recorded, false);
        return recorded;
    }

    private RuntimeArtifact numbered(RuntimeArtifact artifact, String name, Instant at) {
        if (artifact.id() != 0) {
            return artifact;
        }
        long id = artifacts.size() + 1L;
        artifacts.put(
                id,
                new LineageArtifact(
                        id,
                        artifact.type().schemaTitle(),
                        name,
                        artifact.uri(),
                        artifact.digest(),
                        artifact.metadata(),
                        at));
        return new RuntimeArtifact(
                id,
                artifact.name(),
                artifact.type(),
                artifact.uri(),
                artifact.metadata(),
                artifact.digest(),
                artifact.bytes());
    }

    /** Returns the URIs of artifacts that executions of this run and of others touched. */
    synchronized Set<String> sharedUris(RunId run) {
        Set<String> own = uris(run, true);
        own.retainAll(uris(run, false));
        return own;
    }

    private Set<String> uris(RunId run, boolean isOfRun) {
        Set<String> uris = new LinkedHashSet<>();
        for (Event event : events) {
            Execution execution = Objects.requireNonNull(executions.get(event.executionId()));
            if (run.equals(execution.run()) == isOfRun) {
                artifact(event.artifactId()).ifPresent(artifact -> uris.add(artifact.uri()));
            }
        }
        return uris;
    }

    private void addEvents(long execution, TaskValues values, boolean isInput) {
        values.artifacts()
                .forEach((name, list) ->
                        list.stream()
                                .filter(artifact -> artifact.id() != 0)
                                .map(artifact -> new Event(execution, artifact.id(), isInput, name))
                                .forEach(events::add));
    }

    @Override
    public synchronized Optional<LineageArtifact> artifact(long id) {
        return Optional.ofNullable(artifacts.get(id));
    }

    @Override
    public synchronized List<LineageArtifact> findArtifacts(String text, int limit) {
        return new ArrayList<>(artifacts.values())
                .reversed().stream().filter(each -> matches(each, text)).limit(limit).toList();
    }

    private static boolean matches(LineageArtifact artifact, String text) {
        boolean isDigest =
                text.length() >= 6
                        && (artifact.digest().startsWith(text)
                                || artifact.digest().startsWith("sha256:" + text));
        return isDigest
                || text.equals(Long.toString(artifact.id()))
                || text.equals(artifact.uri())
                || text.equals(artifact.name());
    }

    @Override
    public synchronized LineageGraph around(long artifactId, int hops) {
        Set<Event> near = new LinkedHashSet<>();
        walk(artifactId, hops, false, near);
        walk(artifactId, hops, true, near);
        Set<Long> artifactIds = new LinkedHashSet<>(Set.of(artifactId));
        Set<Long> executionIds = new LinkedHashSet<>();
        near.forEach(event -> {
            artifactIds.add(event.artifactId());
            executionIds.add(event.executionId());
        });
        return new LineageGraph(
                artifactIds.stream().flatMap(id -> artifact(id).stream()).toList(),
                executionIds.stream()
                        .map(id -> Objects.requireNonNull(executions.get(id)))
                        .toList(),
                List.copyOf(near));
    }

    private void walk(long start, int hops, boolean isDown, Set<Event> near) {
        Set<Long> frontier = Set.of(start);
        for (int hop = 0; hop < hops && !frontier.isEmpty(); hop++) {
            Set<Long> next = new LinkedHashSet<>();
            for (Event event : List.copyOf(events)) {
                if (frontier.contains(event.artifactId()) && event.isInput() == isDown) {
                    near.add(event);
                    next.addAll(otherSide(event, near));
                }
            }
            frontier = next;
        }
    }

    private Set<Long> otherSide(Event event, Set<Event> near) {
        Set<Long> reached = new LinkedHashSet<>();
        for (Event other : events) {
            boolean isOther = other.isInput() != event.isInput();
            if (other.executionId() == event.executionId() && isOther) {
                near.add(other);
                reached.add(other.artifactId());
            }
        }
        return reached;
    }
}
