package io.github.binnacle.localstore.ledger;

import io.github.binnacle.localstore.sql.Database;
import io.github.binnacle.localstore.sql.Sql;
import io.github.binnacle.model.run.Attempt;
import io.github.binnacle.model.run.Run;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunLedger;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.run.TaskKind;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.run.TaskValues;
import io.github.binnacle.model.value.Value;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ledger in SQLite; the engine host's. Every method is one durable transaction. */
public final class SqliteRunLedger extends SqliteRunHistory implements RunLedger {

    private SqliteRunLedger(Database database) {
        super(database);
    }

    /** Opens the ledger, making it if it is not there. */
    public static SqliteRunLedger open(Path file) {
        Database database = Database.open(file, Database.Durability.FULL);
        LedgerSchema.prepare(database);
        return new SqliteRunLedger(database);
    }

    @Override
    public Run createRun(NewRun newRun) {
        return database.write(sql -> {
            Run run = newRun.run();
            long now = run.createdAt().toEpochMilli();
            MetadataRows metadata = new MetadataRows(sql);
            long pipeline = metadata.context(MetadataRows.PIPELINE, run.pipelineName(), now);
            long context = metadata.context(MetadataRows.PIPELINE_RUN, run.id().value(), now);
            metadata.parent(context, pipeline);
            metadata.contextProperty(context, "pipeline_root", Value.of(run.folder()));
            metadata.contextProperty(context, "resource_name", Value.of(run.displayName()));
            String digest = ContentDigest.of(newRun.documentText());
            sql.update(
                    "INSERT OR IGNORE INTO wb_document(digest, text) VALUES (?, ?)",
                    digest,
                    newRun.documentText());
            long number =
                    sql.insert(
                            "INSERT INTO wb_run(id, display_name, pipeline_name, state, created_at,"
                                    + " document_path, project, folder, parameters, outputs, problem,"
                                    + " document_digest, pipeline_context, run_context) VALUES (?, ?,"
                                    + " ?, ?, ?, ?, ?, ?, ?, '{}', '', ?, ?, ?)",
                            run.id().value(),
                            run.displayName(),
                            run.pipelineName(),
                            run.state().name(),
                            now,
                            run.documentPath(),
                            run.project(),
                            run.folder(),
                            LedgerJson.text(Value.of(run.parameters())),
                            digest,
                            pipeline,
                            context);
            event(sql, run.id());
            return numbered(run, number);
        });
    }

    private static Run numbered(Run run, long number) {
        return new Run(
                run.id(),
                number,
                run.displayName(),
                run.pipelineName(),
                run.state(),
                run.createdAt(),
                run.startedAt(),
                run.finishedAt(),
                run.documentPath(),
                run.project(),
                run.folder(),
                run.parameters(),
                run.outputs(),
                run.problem());
    }

    @Override
    public void setRunState(RunId run, RunState state, Instant at, String problem) {
        database.write(sql -> {
            sql.update(
                    "UPDATE wb_run SET state = ?, problem = ?, started_at = CASE WHEN ? THEN"
                            + " coalesce(started_at, ?) ELSE started_at END, finished_at = CASE"
                            + " WHEN ? THEN ? ELSE NULL END WHERE id = ?",
                    state.name(),
                    problem,
                    state == RunState.RUNNING,
                    at.toEpochMilli(),
                    state.isFinished(),
                    at.toEpochMilli(),
                    run.value());
            return event(sql, run);
        });
    }

    @Override
    public void finishRun(
            RunId run, RunState state, TaskValues outputs, Instant at, String problem) {
        database.write(sql -> {
            sql.update(
                    "UPDATE wb_run SET state = ?, outputs = ?, finished_at = ?, problem = ?"
                            + " WHERE id = ?",
                    state.name(),
                    LedgerJson.text(outputs),
                    at.toEpochMilli(),
                    problem,
                    run.value());
            return event(sql, run);
        });
    }

    @Override
    public Recorded record(RunId run, List<TaskChange> changes) {
        return database.write(sql -> {
            List<Long> started = new ArrayList<>();
            List<TaskValues> completed = new ArrayList<>();
            for (TaskChange change : changes) {
                switch (change) {
                    case TaskChange.Started(NewTask task) -> started.add(start(sql, run, task));
                    case TaskChange.Stood(TaskPath path, TaskState state, Instant at) ->
                            setState(sql, run, path, state, at.toEpochMilli());
                    case TaskChange.Counted(TaskPath path, int count) ->
                            count(sql, run, path, count);
                    case TaskChange.Attempted(TaskPath path, Attempt attempt) ->
                            writeAttempt(sql, run, path, attempt);
                    case TaskChange.Completed(Completion completion) ->
                            completed.add(complete(sql, run, completion));
                }
            }
            event(sql, run);
            return new Recorded(started, completed);
        });
    }

    private static long start(Sql sql, RunId run, NewTask task) throws SQLException {
        Optional<Long> known = executionId(sql, run, task.path());
        long execution = known.isPresent() ? known.get() : insertTask(sql, run, task);
        long now = task.at().toEpochMilli();
        sql.update(
                "UPDATE wb_task SET state = ?, started_at = ?, finished_at = ?, inputs = ?"
                        + " WHERE execution_id = ?",
                LedgerJson.text(task.state()),
                now,
                task.state().isFinished() ? now : null,
                LedgerJson.text(task.inputs()),
                execution);
        recordInputs(new MetadataRows(sql), execution, task, now);
        return execution;
    }

    private static long insertTask(Sql sql, RunId run, NewTask task) throws SQLException {
        long now = task.at().toEpochMilli();
        MetadataRows metadata = new MetadataRows(sql);
        String uniqueName = task.path().isRoot() ? "run/" + run : null;
        long execution =
                metadata.execution(
                        executionType(task.kind()), uniqueName, metadataState(task.state()), now);
        associate(sql, metadata, run, execution);
        describe(sql, metadata, run, task, execution);
        sql.update(
                "INSERT INTO wb_task(execution_id, run_id, path, kind, display_name, state, inputs,"
                        + " outputs, iteration_count) VALUES (?, ?, ?, ?, ?, ?, '{}', '{}', -1)",
                execution,
                run.value(),
                task.path().toString(),
                task.kind().name(),
                task.displayName(),
                LedgerJson.text(task.state()));
        return execution;
    }

    private static void associate(Sql sql, MetadataRows metadata, RunId run, long execution)
            throws SQLException {
        for (long context : contexts(sql, run)) {
            metadata.associate(context, execution);
        }
    }

    private static List<Long> contexts(Sql sql, RunId run) throws SQLException {
        return sql.one(
                        "SELECT pipeline_context, run_context FROM wb_run WHERE id = ?",
                        row -> List.of(row.getLong(1), row.getLong(2)),
                        run.value())
                .orElse(List.of());
    }

    private static void describe(
            Sql sql, MetadataRows metadata, RunId run, NewTask task, long execution)
            throws SQLException {
        metadata.executionProperty(execution, "display_name", Value.of(task.displayName()));
        if (!task.path().isRoot()) {
            String taskName = task.path().segments().getLast().task();
            metadata.executionProperty(execution, "task_name", Value.of(taskName));
        }
        Optional<TaskPath> parent = task.path().parent();
        Optional<Long> parentId =
                parent.isPresent() ? executionId(sql, run, parent.get()) : Optional.empty();
        if (parentId.isPresent()) {
            metadata.executionInteger(execution, "parent_dag_id", parentId.get());
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

    private static void recordInputs(MetadataRows metadata, long execution, NewTask task, long now)
            throws SQLException {
        metadata.executionState(execution, metadataState(task.state()), now);
        metadata.executionStruct(execution, "inputs", Value.of(task.inputs().parameters()));
        for (Map.Entry<String, List<RuntimeArtifact>> input :
                task.inputs().artifacts().entrySet()) {
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

    private static void setState(Sql sql, RunId run, TaskPath task, TaskState state, long now)
            throws SQLException {
        sql.update(
                "UPDATE wb_task SET state = ?, finished_at = ? WHERE run_id = ? AND path = ?",
                LedgerJson.text(state),
                state.isFinished() ? now : null,
                run.value(),
                task.toString());
        Optional<Long> execution = executionId(sql, run, task);
        if (execution.isPresent()) {
            new MetadataRows(sql).executionState(execution.get(), metadataState(state), now);
        }
    }

    private static void count(Sql sql, RunId run, TaskPath task, int count) throws SQLException {
        sql.update(
                "UPDATE wb_task SET iteration_count = ? WHERE run_id = ? AND path = ?",
                count,
                run.value(),
                task.toString());
        Optional<Long> execution = executionId(sql, run, task);
        if (execution.isPresent()) {
            new MetadataRows(sql).executionInteger(execution.get(), "iteration_count", count);
        }
    }

    private static void writeAttempt(Sql sql, RunId run, TaskPath task, Attempt attempt)
            throws SQLException {
        sql.update(
                "INSERT OR REPLACE INTO wb_attempt(run_id, path, number, state, started_at,"
                        + " finished_at, folder, log, process, peak_bytes)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                run.value(),
                task.toString(),
                attempt.number(),
                LedgerJson.text(attempt.state()),
                millis(attempt.startedAt()),
                millis(attempt.finishedAt()),
                attempt.folder(),
                attempt.log(),
                attempt.process(),
                attempt.peakBytes());
    }

    private static TaskValues complete(Sql sql, RunId run, Completion completion)
            throws SQLException {
        long now = completion.at().toEpochMilli();
        long execution = executionId(sql, run, completion.path()).orElseThrow();
        TaskValues outputs = recordOutputs(sql, run, execution, completion, now);
        setState(sql, run, completion.path(), completion.state(), now);
        sql.update(
                "UPDATE wb_task SET outputs = ? WHERE execution_id = ?",
                LedgerJson.text(outputs),
                execution);
        sql.update(
                "UPDATE wb_attempt SET state = ?, finished_at = ? WHERE run_id = ? AND path = ? AND"
                        + " number = ?",
                LedgerJson.text(completion.state()),
                now,
                run.value(),
                completion.path().toString(),
                completion.attempt());
        MetadataRows metadata = new MetadataRows(sql);
        metadata.executionStruct(execution, "outputs", Value.of(outputs.parameters()));
        if (completion.state() instanceof TaskState.Cached(RunId fromRun, TaskPath fromTask)) {
            Optional<Long> original = executionId(sql, fromRun, fromTask);
            if (original.isPresent()) {
                metadata.executionProperty(
                        execution, "cached_execution_id", Value.of(original.get().toString()));
            }
        } else if (!completion.cacheKey().isEmpty()) {
            metadata.executionProperty(
                    execution, "cache_fingerprint", Value.of(completion.cacheKey()));
            sql.update(
                    "INSERT OR REPLACE INTO wb_cache(cache_key, execution_id) VALUES (?, ?)",
                    completion.cacheKey(),
                    execution);
        }
        return outputs;
    }

    private static TaskValues recordOutputs(
            Sql sql, RunId run, long execution, Completion completion, long now)
            throws SQLException {
        MetadataRows metadata = new MetadataRows(sql);
        List<Long> contexts = contexts(sql, run);
        Map<String, List<RuntimeArtifact>> recorded = new LinkedHashMap<>();
        for (Map.Entry<String, List<RuntimeArtifact>> output :
                completion.outputs().artifacts().entrySet()) {
            List<RuntimeArtifact> artifacts = new ArrayList<>();
            for (RuntimeArtifact artifact : output.getValue()) {
                RuntimeArtifact known = withId(sql, metadata, artifact, output.getKey(), now);
                for (long context : contexts) {
                    metadata.attribute(context, known.id());
                }
                metadata.event(
                        execution, known.id(), MetadataRows.Direction.OUTPUT, output.getKey(), now);
                artifacts.add(known);
            }
            recorded.put(output.getKey(), artifacts);
        }
        return new TaskValues(completion.outputs().parameters(), recorded);
    }

    private static RuntimeArtifact withId(
            Sql sql, MetadataRows metadata, RuntimeArtifact artifact, String displayName, long now)
            throws SQLException {
        if (artifact.id() != 0) {
            return artifact;
        }
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

    @Override
    public Optional<CacheHit> findCached(String cacheKey) {
        return Optional.ofNullable(findCached(List.of(cacheKey)).get(cacheKey));
    }

    @Override
    public Map<String, CacheHit> findCached(List<String> cacheKeys) {
        return database.read(sql -> {
            Map<String, CacheHit> hits = new HashMap<>();
            for (String key : cacheKeys) {
                sql.one(
                                "SELECT run_id, path, execution_id, outputs FROM wb_cache"
                                        + " JOIN wb_task USING (execution_id)"
                                        + " WHERE cache_key = ?",
                                row ->
                                        new CacheHit(
                                                new RunId(row.getString(1)),
                                                TaskPath.of(row.getString(2)),
                                                row.getLong(3),
                                                LedgerJson.values(row.getString(4))),
                                key)
                        .ifPresent(hit -> hits.put(key, hit));
            }
            return hits;
        });
    }

    @Override
    public List<RunId> interruptRunning(Instant at) {
        return database.write(sql -> {
            List<RunId> running =
                    sql.all(
                            "SELECT id FROM wb_run WHERE state IN ('PENDING', 'RUNNING', 'CANCELING')",
                            row -> new RunId(row.getString(1)));
            for (RunId run : running) {
                interrupt(sql, run, at.toEpochMilli());
            }
            return running;
        });
    }

    private static void interrupt(Sql sql, RunId run, long now) throws SQLException {
        String interrupted = LedgerJson.text(new TaskState.Interrupted());
        String unfinished =
                "(state LIKE '{\"state\":\"Running\"%' OR state LIKE '{\"state\":\"Pending\"%')";
        sql.update(
                "UPDATE Execution SET last_known_state = ?, last_update_time_since_epoch = ? WHERE id IN"
                        + " (SELECT execution_id FROM wb_task WHERE run_id = ? AND "
                        + unfinished
                        + ")",
                MetadataRows.State.FAILED.ordinal(),
                now,
                run.value());
        for (String table : List.of("wb_task", "wb_attempt")) {
            sql.update(
                    "UPDATE "
                            + table
                            + " SET state = ?, finished_at = ? WHERE run_id = ? AND "
                            + unfinished,
                    interrupted,
                    now,
                    run.value());
        }
        sql.update(
                "UPDATE wb_run SET state = 'INTERRUPTED', finished_at = ? WHERE id = ?",
                now,
                run.value());
        event(sql, run);
    }

    @Override
    public Set<String> sharedUris(RunId run) {
        return database.read(sql ->
                Set.copyOf(
                        sql.all(
                                "SELECT DISTINCT uri FROM Artifact a JOIN Event e ON e.artifact_id = a.id"
                                        + " JOIN wb_task t ON t.execution_id = e.execution_id WHERE t.run_id = ?"
                                        + " AND EXISTS (SELECT 1 FROM Event o JOIN wb_task u ON u.execution_id ="
                                        + " o.execution_id WHERE o.artifact_id = a.id AND u.run_id <> ?)",
                                row -> row.getString(1),
                                run.value(),
                                run.value())));
    }

    @Override
    public void delete(RunId run) {
        database.write(sql -> {
            sql.update(
                    "DELETE FROM wb_cache WHERE execution_id IN"
                            + " (SELECT execution_id FROM wb_task WHERE run_id = ?)",
                    run.value());
            sql.update("DELETE FROM wb_attempt WHERE run_id = ?", run.value());
            sql.update("DELETE FROM wb_task WHERE run_id = ?", run.value());
            sql.update("DELETE FROM wb_run WHERE id = ?", run.value());
            return event(sql, run);
        });
    }

    private static boolean event(Sql sql, RunId run) throws SQLException {
        sql.update("INSERT INTO wb_event(run_id) VALUES (?)", run.value());
        return true;
    }

    private static Optional<Long> executionId(Sql sql, RunId run, TaskPath path)
            throws SQLException {
        return sql.one(
                "SELECT execution_id FROM wb_task WHERE run_id = ? AND path = ?",
                row -> row.getLong(1),
                run.value(),
                path.toString());
    }

    private static String executionType(TaskKind kind) {
        return switch (kind) {
            case ROOT, DAG, LOOP, LOOP_ITERATION -> MetadataRows.DAG_EXECUTION;
            case RUNTIME -> MetadataRows.CONTAINER_EXECUTION;
            case IMPORTER -> MetadataRows.IMPORTER_EXECUTION;
        };
    }

    /** In KFP's metadata a task that was not triggered is CANCELED. */
    private static MetadataRows.State metadataState(TaskState state) {
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

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
