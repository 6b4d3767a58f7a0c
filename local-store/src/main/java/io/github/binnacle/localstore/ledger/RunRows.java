package io.github.binnacle.localstore.ledger;

import io.github.binnacle.localstore.disk.ContentDigest;
import io.github.binnacle.localstore.sql.Sql;
import io.github.binnacle.model.run.Run;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunLedger.NewRun;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.run.TaskValues;
import io.github.binnacle.model.value.Value;
import java.sql.SQLException;
import java.util.List;

/** Writes the rows of runs, inside the caller's transaction. Times are milliseconds since 1970. */
final class RunRows {
    /** Condition on the state of tasks and attempts. */
    private static final String IS_UNFINISHED =
            "(state LIKE '{\"state\":\"Running\"%' OR state LIKE '{\"state\":\"Pending\"%')";

    private final Sql sql;

    RunRows(Sql sql) {
        this.sql = sql;
    }

    /** Records a run with its document and its contexts, and returns it with its number. */
    Run create(NewRun newRun) throws SQLException {
        Run run = newRun.run();
        long now = run.createdAt().toEpochMilli();
        MetadataRows metadata = new MetadataRows(sql);
        long pipeline = metadata.context(MetadataRows.PIPELINE, run.pipelineName(), now);
        long context = metadata.context(MetadataRows.PIPELINE_RUN, run.id().value(), now);
        metadata.parent(context, pipeline);
        metadata.contextProperty(context, "pipeline_root", Value.of(run.folder()));
        metadata.contextProperty(context, "resource_name", Value.of(run.displayName()));
        String digest = document(newRun.documentText());
        long number =
                sql.insert(
                        "INSERT INTO wb_run(id, display_name, pipeline_name, state, created_at,"
                                + " document_path, project, folder, parameters, outputs, problem,"
                                + " document_digest, pipeline_context, run_context)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '{}', '', ?, ?, ?)",
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
        event(run.id());
        return numbered(run, number);
    }

    private String document(String text) throws SQLException {
        String digest = ContentDigest.of(text);
        sql.update("INSERT OR IGNORE INTO wb_document(digest, text) VALUES (?, ?)", digest, text);
        return digest;
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

    void setState(RunId run, RunState state, long now, String problem) throws SQLException {
        sql.update(
                "UPDATE wb_run SET state = ?, problem = ?,"
                        + " started_at = CASE WHEN ? THEN coalesce(started_at, ?) ELSE started_at END,"
                        + " finished_at = CASE WHEN ? THEN ? ELSE NULL END WHERE id = ?",
                state.name(),
                problem,
                state == RunState.RUNNING,
                now,
                state.isFinished(),
                now,
                run.value());
        event(run);
    }

    void finish(RunId run, RunState state, TaskValues outputs, long now, String problem)
            throws SQLException {
        sql.update(
                "UPDATE wb_run SET state = ?, outputs = ?, finished_at = ?, problem = ? WHERE id = ?",
                state.name(),
                LedgerJson.text(outputs),
                now,
                problem,
                run.value());
        event(run);
    }

    List<RunId> unfinished() throws SQLException {
        return sql.all(
                "SELECT id FROM wb_run WHERE state IN ('PENDING', 'RUNNING', 'CANCELING')"
                        + " ORDER BY number",
                row -> new RunId(row.getString(1)));
    }

    /** Marks a run, and what is unfinished in it, as interrupted. */
    void interrupt(RunId run, long now) throws SQLException {
        sql.update(
                "INSERT INTO wb_event(run_id, execution_id) SELECT run_id, execution_id FROM wb_task"
                        + " WHERE run_id = ? AND "
                        + IS_UNFINISHED,
                run.value());
        sql.update(
                "UPDATE Execution SET last_known_state = ?, last_update_time_since_epoch = ?"
                        + " WHERE id IN (SELECT execution_id FROM wb_task WHERE run_id = ? AND "
                        + IS_UNFINISHED
                        + ")",
                MetadataRows.State.FAILED.number,
                now,
                run.value());
        interrupt("wb_attempt", run, now);
        interrupt("wb_task", run, now);
        sql.update(
                "UPDATE wb_run SET state = 'INTERRUPTED', finished_at = ? WHERE id = ?",
                now,
                run.value());
        event(run);
    }

    private void interrupt(String table, RunId run, long now) throws SQLException {
        sql.update(
                "UPDATE "
                        + table
                        + " SET state = ?, finished_at = ? WHERE run_id = ? AND "
                        + IS_UNFINISHED,
                LedgerJson.text(new TaskState.Interrupted()),
                now,
                run.value());
    }

    /** Removes a run's own rows; its lineage stays, as others may come from it. */
    void delete(RunId run) throws SQLException {
        sql.update(
                "DELETE FROM wb_cache WHERE execution_id IN"
                        + " (SELECT execution_id FROM wb_task WHERE run_id = ?)",
                run.value());
        sql.update(
                "DELETE FROM wb_document WHERE digest ="
                        + " (SELECT document_digest FROM wb_run WHERE id = ?) AND NOT EXISTS"
                        + " (SELECT 1 FROM wb_run WHERE document_digest = digest AND id <> ?)",
                run.value(),
                run.value());
        for (String table : List.of("wb_attempt", "wb_task", "wb_event")) {
            sql.update("DELETE FROM " + table + " WHERE run_id = ?", run.value());
        }
        sql.update("DELETE FROM wb_run WHERE id = ?", run.value());
        event(run);
    }

    private void event(RunId run) throws SQLException {
        sql.update("INSERT INTO wb_event(run_id) VALUES (?)", run.value());
    }
}
