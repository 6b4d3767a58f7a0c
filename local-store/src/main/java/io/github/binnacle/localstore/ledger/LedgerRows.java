package io.github.binnacle.localstore.ledger;

import io.github.binnacle.localstore.sql.Sql;
import io.github.binnacle.model.run.Attempt;
import io.github.binnacle.model.run.Run;
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
        Optional<Run> run = sql.one(RUN + "WHERE id = ?", LedgerRows::run, id.value());
        if (run.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<Attempt>> attempts = attempts(sql, id);
        List<TaskSnapshot> tasks =
                sql.all(
                        "SELECT * FROM wb_task WHERE run_id = ? ORDER BY execution_id",
                        row -> task(row, attempts),
                        id.value());
        return Optional.of(new RunSnapshot(run.get(), tasks));
    }

    private static Map<String, List<Attempt>> attempts(Sql sql, RunId id) throws SQLException {
        Map<String, List<Attempt>> byPath = new HashMap<>();
        sql.all(
                "SELECT * FROM wb_attempt WHERE run_id = ? ORDER BY path, number",
                row ->
                        byPath.computeIfAbsent(row.getString("path"), path -> new ArrayList<>())
                                .add(attempt(row)),
                id.value());
        return byPath;
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

    private static TaskSnapshot task(ResultSet row, Map<String, List<Attempt>> attempts)
            throws SQLException {
        String path = row.getString("path");
        return new TaskSnapshot(
                row.getLong("execution_id"),
                TaskPath.of(path),
                TaskKind.valueOf(row.getString("kind")),
                row.getString("display_name"),
                LedgerJson.state(row.getString("state")),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                LedgerJson.values(row.getString("inputs")),
                LedgerJson.values(row.getString("outputs")),
                row.getInt("iteration_count"),
                attempts.getOrDefault(path, List.of()));
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
