package io.github.binnacle.localstore.ledger;

import io.github.binnacle.localstore.sql.Sql;
import io.github.binnacle.model.run.Attempt;
import io.github.binnacle.model.run.Run;
import io.github.binnacle.model.run.RunChanges;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.run.TaskKind;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskSnapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads runs, tasks and attempts. */
final class LedgerRows {
    private static final String RUN = "SELECT * FROM wb_run ";

    private LedgerRows() {}

    static List<Run> runs(Sql sql, int limit) throws SQLException {
        return sql.all(RUN + "ORDER BY number DESC LIMIT ?", LedgerRows::run, limit);
    }

    static Optional<RunId> find(Sql sql, String text) throws SQLException {
        if (text.matches("[0-9]{1,15}")) {
            Optional<RunId> byNumber =
                    sql.one(
                            "SELECT id FROM wb_run WHERE number = ?",
                            row -> new RunId(row.getString(1)),
                            Long.parseLong(text));
            if (byNumber.isPresent()) {
                return byNumber;
            }
        }
        if (!text.matches("[0-9a-f-]+")) {
            return Optional.empty();
        }
        List<RunId> byPrefix =
                sql.all(
                        "SELECT id FROM wb_run WHERE id >= ? AND id < ? LIMIT 2",
                        row -> new RunId(row.getString(1)),
                        text,
                        text + "g");
        return byPrefix.size() == 1 ? Optional.of(byPrefix.getFirst()) : Optional.empty();
    }

    static Optional<RunSnapshot> snapshot(Sql sql, RunId id) throws SQLException {
        Optional<Run> run = run(sql, id);
        if (run.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<Attempt>> attempts = new HashMap<>();
        sql.all(
                "SELECT * FROM wb_attempt WHERE run_id = ? ORDER BY path, number",
                row ->
                        attempts.computeIfAbsent(row.getString("path"), _ -> new ArrayList<>())
                                .add(attempt(row)),
                id.value());
        List<TaskSnapshot> tasks =
                sql.all(
                        "SELECT * FROM wb_task WHERE run_id = ? ORDER BY execution_id",
                        row -> task(row, attempts.getOrDefault(row.getString("path"), List.of())),
                        id.value());
        return Optional.of(new RunSnapshot(run.get(), tasks));
    }

    static Optional<RunChanges> changes(Sql sql, RunId id, long event) throws SQLException {
        Optional<Run> run = run(sql, id);
        if (run.isEmpty()) {
            return Optional.empty();
        }
        List<TaskSnapshot> tasks =
                sql.all(
                        "SELECT * FROM wb_task WHERE execution_id IN (SELECT execution_id FROM wb_event"
                                + " WHERE run_id = ? AND seq > ?) ORDER BY execution_id",
                        row -> task(row, attempts(sql, id, row.getString("path"))),
                        id.value(),
                        event);
        return Optional.of(new RunChanges(lastEvent(sql), run.get(), tasks));
    }

    static long lastEvent(Sql sql) throws SQLException {
        return sql.one("SELECT max(seq) FROM wb_event", row -> row.getLong(1)).orElse(0L);
    }

    private static Optional<Run> run(Sql sql, RunId id) throws SQLException {
        return sql.one(RUN + "WHERE id = ?", LedgerRows::run, id.value());
    }

    private static List<Attempt> attempts(Sql sql, RunId id, String path) throws SQLException {
        return sql.all(
                "SELECT * FROM wb_attempt WHERE run_id = ? AND path = ? ORDER BY number",
                LedgerRows::attempt,
                id.value(),
                path);
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getInt("number"),
                LedgerJson.state(row.getString("state")),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getString("folder"),
                row.getString("log"),
                row.getString("process"),
                row.getLong("peak_bytes"));
    }

    private static TaskSnapshot task(ResultSet row, List<Attempt> attempts) throws SQLException {
        return new TaskSnapshot(
                row.getLong("execution_id"),
                TaskPath.of(row.getString("path")),
                TaskKind.valueOf(row.getString("kind")),
                row.getString("display_name"),
                LedgerJson.state(row.getString("state")),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                LedgerJson.values(row.getString("inputs")),
                LedgerJson.values(row.getString("outputs")),
                row.getInt("iteration_count"),
                attempts);
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                new RunId(row.getString("id")),
                row.getLong("number"),
                row.getString("display_name"),
                row.getString("pipeline_name"),
                RunState.valueOf(row.getString("state")),
                Instant.ofEpochMilli(row.getLong("created_at")),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                row.getString("document_path"),
                row.getString("project"),
                row.getString("folder"),
                LedgerJson.struct(row.getString("parameters")).fields(),
                LedgerJson.values(row.getString("outputs")),
                row.getString("problem"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
