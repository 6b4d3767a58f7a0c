package io.github.binnacle.localstore.ledger;

import io.github.binnacle.localstore.sql.Sql;
import io.github.binnacle.localstore.sql.StoreException;
import io.github.binnacle.model.run.Attempt;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunLedger.Completion;
import io.github.binnacle.model.run.RunLedger.NewTask;
import io.github.binnacle.model.run.RunLedger.Recorded;
import io.github.binnacle.model.run.RunLedger.TaskChange;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.run.TaskValues;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes what happens to the tasks of one run: our rows, and their lineage with them. Works inside
 * the caller's transaction.
 */
final class TaskRows {
    private final Sql sql;
    private final RunId run;
    private final TaskLineage lineage;
    private final Map<TaskPath, Long> executions = new HashMap<>();

    TaskRows(Sql sql, RunId run) throws SQLException {
        this.sql = sql;
        this.run = run;
        lineage = new TaskLineage(sql, run);
    }

    Recorded record(List<TaskChange> changes) throws SQLException {
        List<Long> started = new ArrayList<>();
        List<TaskValues> completed = new ArrayList<>();
        Set<Long> touched = new LinkedHashSet<>();
        for (TaskChange change : changes) {
            switch (change) {
                case TaskChange.Started(NewTask task) -> started.add(start(task));
                case TaskChange.Stood(TaskPath path, TaskState state, Instant at) ->
                        setState(path, state, at.toEpochMilli());
                case TaskChange.Counted(TaskPath path, int count) -> setCount(path, count);
                case TaskChange.Attempted(TaskPath path, Attempt attempt) -> put(path, attempt);
                case TaskChange.Completed(Completion completion) ->
                        completed.add(complete(completion));
            }
            touched.add(execution(path(change)));
        }
        for (long execution : touched) {
            sql.update(
                    "INSERT INTO wb_event(run_id, execution_id) VALUES (?, ?)",
                    run.value(),
                    execution);
        }
        return new Recorded(started, completed);
    }

    private static TaskPath path(TaskChange change) {
        return switch (change) {
            case TaskChange.Started(NewTask task) -> task.path();
            case TaskChange.Stood(TaskPath path, TaskState _, Instant _) -> path;
            case TaskChange.Counted(TaskPath path, int _) -> path;
            case TaskChange.Attempted(TaskPath path, Attempt _) -> path;
            case TaskChange.Completed(Completion completion) -> completion.path();
        };
    }

    private long start(NewTask task) throws SQLException {
        Optional<Long> known = find(task.path());
        long execution = known.isPresent() ? known.get() : insert(task);
        long now = task.at().toEpochMilli();
        boolean isWaiting = task.state() instanceof TaskState.Pending;
        sql.update(
                "UPDATE wb_task SET state = ?, started_at = ?, finished_at = ?, inputs = ?,"
                        + " outputs = '{}', iteration_count = -1 WHERE execution_id = ?",
                LedgerJson.text(task.state()),
                isWaiting ? null : now,
                task.state().isFinished() ? now : null,
                LedgerJson.text(task.inputs()),
                execution);
        lineage.start(execution, task, now);
        return execution;
    }

    private long insert(NewTask task) throws SQLException {
        Optional<TaskPath> parent = task.path().parent();
        Optional<Long> parentExecution = parent.isPresent() ? find(parent.get()) : Optional.empty();
        long execution = lineage.insert(task, parentExecution);
        sql.update(
                "INSERT INTO wb_task(execution_id, run_id, path, kind, display_name, state, inputs,"
                        + " outputs, iteration_count) VALUES (?, ?, ?, ?, ?, '{}', '{}', '{}', -1)",
                execution,
                run.value(),
                task.path().toString(),
                task.kind().name(),
                task.displayName());
        executions.put(task.path(), execution);
        return execution;
    }

    private void setState(TaskPath path, TaskState state, long now) throws SQLException {
        long execution = execution(path);
        sql.update(
                "UPDATE wb_task SET state = ?, finished_at = ?,"
                        + " started_at = CASE WHEN ? THEN coalesce(started_at, ?) ELSE started_at END"
                        + " WHERE execution_id = ?",
                LedgerJson.text(state),
                state.isFinished() ? now : null,
                state instanceof TaskState.Running,
                now,
                execution);
        lineage.setState(execution, state, now);
    }

    private void setCount(TaskPath path, int count) throws SQLException {
        long execution = execution(path);
        sql.update(
                "UPDATE wb_task SET iteration_count = ? WHERE execution_id = ?", count, execution);
        lineage.setIterationCount(execution, count);
    }

    private void put(TaskPath path, Attempt attempt) throws SQLException {
        sql.update(
                "INSERT OR REPLACE INTO wb_attempt(run_id, path, number, state, started_at,"
                        + " finished_at, folder, log, process, peak_bytes)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                run.value(),
                path.toString(),
                attempt.number(),
                LedgerJson.text(attempt.state()),
                millis(attempt.startedAt()),
                millis(attempt.finishedAt()),
                attempt.folder(),
                attempt.log(),
                attempt.process(),
                attempt.peakBytes());
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private TaskValues complete(Completion completion) throws SQLException {
        long now = completion.at().toEpochMilli();
        long execution = execution(completion.path());
        TaskValues outputs = lineage.outputs(execution, completion.outputs(), now);
        setState(completion.path(), completion.state(), now);
        sql.update(
                "UPDATE wb_task SET outputs = ? WHERE execution_id = ?",
                LedgerJson.text(outputs),
                execution);
        endAttempt(completion, now);
        remember(completion, execution);
        return outputs;
    }

    private void endAttempt(Completion completion, long now) throws SQLException {
        sql.update(
                "UPDATE wb_attempt SET state = ?, finished_at = ?"
                        + " WHERE run_id = ? AND path = ? AND number = ?",
                LedgerJson.text(completion.state()),
                now,
                run.value(),
                completion.path().toString(),
                completion.attempt());
    }

    private void remember(Completion completion, long execution) throws SQLException {
        if (completion.state() instanceof TaskState.Cached(RunId fromRun, TaskPath fromTask)) {
            lineage.cachedFrom(execution, execution(sql, fromRun, fromTask));
        }
        if (completion.cacheKey().isEmpty()) {
            return;
        }
        lineage.fingerprint(execution, completion.cacheKey());
        if (completion.state() instanceof TaskState.Succeeded) {
            sql.update(
                    "INSERT OR REPLACE INTO wb_cache(cache_key, execution_id) VALUES (?, ?)",
                    completion.cacheKey(),
                    execution);
        }
    }

    private long execution(TaskPath path) throws SQLException {
        return find(path)
                .orElseThrow(() ->
                        new StoreException("The ledger has no task " + path + " in run " + run));
    }

    private Optional<Long> find(TaskPath path) throws SQLException {
        Long known = executions.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Long> found = execution(sql, run, path);
        found.ifPresent(execution -> executions.put(path, execution));
        return found;
    }

    private static Optional<Long> execution(Sql sql, RunId run, TaskPath path) throws SQLException {
        return sql.one(
                "SELECT execution_id FROM wb_task WHERE run_id = ? AND path = ?",
                row -> row.getLong(1),
                run.value(),
                path.toString());
    }
}
