package io.github.binnacle.localstore.ledger;

import io.github.binnacle.localstore.sql.Sql;
import io.github.binnacle.localstore.sql.StoreException;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunLedger.NewTask;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.run.TaskKind;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.run.TaskValues;
import io.github.binnacle.model.value.Value;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the tasks of one run as executions of ML Metadata, as KFP's driver and launcher do. */
final class TaskLineage {
    private final Sql sql;
    private final RunId run;
    private final MetadataRows metadata;
    private final List<Long> contexts;

    TaskLineage(Sql sql, RunId run) throws SQLException {
        this.sql = sql;
        this.run = run;
        metadata = new MetadataRows(sql);
        contexts =
                sql.one(
                                "SELECT pipeline_context, run_context FROM wb_run WHERE id = ?",
                                row -> List.of(row.getLong(1), row.getLong(2)),
                                run.value())
                        .orElseThrow(() -> new StoreException("The ledger has no run " + run));
    }

    /** Inserts an execution, unnamed unless it is the root DAG's, and returns its number. */
    long insert(NewTask task, Optional<Long> parent) throws SQLException {
        String uniqueName = task.path().isRoot() ? "run/" + run : null;
        long execution =
                metadata.execution(
                        typeName(task.kind()),
                        uniqueName,
                        state(task.state()),
                        task.at().toEpochMilli());
        for (long context : contexts) {
            metadata.associate(context, execution);
        }
        if (parent.isPresent()) {
            metadata.executionInteger(execution, "parent_dag_id", parent.get());
        }
        describe(execution, task);
        return execution;
    }

    private void describe(long execution, NewTask task) throws SQLException {
        metadata.executionProperty(execution, "display_name", Value.of(task.displayName()));
        if (!task.path().isRoot()) {
            String name = task.path().segments().getLast().task();
            metadata.executionProperty(execution, "task_name", Value.of(name));
        }
        if (task.iterationIndex() >= 0) {
            metadata.executionInteger(execution, "iteration_index", task.iterationIndex());
        }
        if (task.totalDagTasks() >= 0) {
            metadata.executionInteger(execution, "total_dag_tasks", task.totalDagTasks());
        }
        if (!task.image().isEmpty()) {
            metadata.executionProperty(execution, "image", Value.of(task.image()));
        }
    }

    /** Records the inputs of a task that begins, or begins anew. */
    void start(long execution, NewTask task, long now) throws SQLException {
        setState(execution, task.state(), now);
        metadata.executionStruct(execution, "inputs", Value.of(task.inputs().parameters()));
        for (var input : task.inputs().artifacts().entrySet()) {
            for (RuntimeArtifact artifact : input.getValue()) {
                if (artifact.id() != 0) {
                    metadata.event(
                            execution,
                            artifact.id(),
                            MetadataRows.Direction.INPUT,
                            input.getKey(),
                            now);
                }
            }
        }
    }

    void setState(long execution, TaskState state, long now) throws SQLException {
        metadata.executionState(execution, state(state), now);
    }

    void setIterationCount(long execution, int count) throws SQLException {
        metadata.executionInteger(execution, "iteration_count", count);
    }

    void fingerprint(long execution, String cacheKey) throws SQLException {
        metadata.executionProperty(execution, "cache_fingerprint", Value.of(cacheKey));
    }

    void cachedFrom(long execution, Optional<Long> original) throws SQLException {
        if (original.isPresent()) {
            metadata.executionProperty(
                    execution, "cached_execution_id", Value.of(original.get().toString()));
        }
    }

    /** Records outputs and returns them with the numbers of their artifacts. */
    TaskValues outputs(long execution, TaskValues outputs, long now) throws SQLException {
        metadata.executionStruct(execution, "outputs", Value.of(outputs.parameters()));
        Map<String, List<RuntimeArtifact>> recorded = new LinkedHashMap<>();
        for (var output : outputs.artifacts().entrySet()) {
            List<RuntimeArtifact> artifacts = new ArrayList<>();
            for (RuntimeArtifact artifact : output.getValue()) {
                artifacts.add(output(execution, artifact, output.getKey(), now));
            }
            recorded.put(output.getKey(), artifacts);
        }
        return new TaskValues(outputs.parameters(), recorded);
    }

    private RuntimeArtifact output(long execution, RuntimeArtifact artifact, String name, long now)
            throws SQLException {
        RuntimeArtifact known = artifact.id() == 0 ? insert(artifact, name, now) : artifact;
        for (long context : contexts) {
            metadata.attribute(context, known.id());
        }
        metadata.event(execution, known.id(), MetadataRows.Direction.OUTPUT, name, now);
        return known;
    }

    private RuntimeArtifact insert(RuntimeArtifact artifact, String displayName, long now)
            throws SQLException {
        long id = metadata.artifact(artifact, displayName, now);
        sql.update(
                "INSERT INTO wb_artifact(artifact_id, digest, bytes) VALUES (?, ?, ?)",
                id,
                artifact.digest(),
                artifact.bytes());
        return new RuntimeArtifact(
                id,
                artifact.name(),
                artifact.type(),
                artifact.uri(),
                artifact.metadata(),
                artifact.digest(),
                artifact.bytes());
    }

    private static String typeName(TaskKind kind) {
        return switch (kind) {
            case ROOT, DAG, LOOP, LOOP_ITERATION -> MetadataRows.DAG_EXECUTION;
            case RUNTIME -> MetadataRows.CONTAINER_EXECUTION;
            case IMPORTER -> MetadataRows.IMPORTER_EXECUTION;
        };
    }

    /** In KFP's metadata a task that was not triggered is CANCELED. */
    private static MetadataRows.State state(TaskState state) {
        return switch (state) {
            case TaskState.Pending _ -> MetadataRows.State.NEW;
            case TaskState.Running _ -> MetadataRows.State.RUNNING;
            case TaskState.Succeeded _ -> MetadataRows.State.COMPLETE;
            case TaskState.Cached _ -> MetadataRows.State.CACHED;
            case TaskState.Skipped _ -> MetadataRows.State.CANCELED;
            case TaskState.Failed _, TaskState.Canceled _, TaskState.Interrupted _ ->
                    MetadataRows.State.FAILED;
        };
    }
}
