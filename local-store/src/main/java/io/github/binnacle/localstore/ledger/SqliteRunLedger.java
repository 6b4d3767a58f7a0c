package io.github.binnacle.localstore.ledger;

import io.github.binnacle.localstore.sql.Database;
import io.github.binnacle.localstore.sql.StoreException;
import io.github.binnacle.model.run.Run;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunLedger;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskValues;
import io.github.binnacle.model.value.Value;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ledger in SQLite; the engine host's. Every method is one durable transaction. */
public final class SqliteRunLedger extends SqliteRunHistory implements RunLedger {

    private SqliteRunLedger(Database database) {
        super(database);
    }

    /**
     * Opens the ledger, making it if it is not there, lifting it if it is old, setting it aside if
     * it is damaged. For one process at a time.
     *
     * @throws StoreException if a newer version wrote it or it cannot be used
     */
    public static SqliteRunLedger open(Path file) {
        return new SqliteRunLedger(LedgerSchema.in(file).open(Database.Durability.FULL));
    }

    @Override
    public Run createRun(NewRun run) {
        return database.write(sql -> new RunRows(sql).create(run));
    }

    @Override
    public void setRunState(RunId run, RunState state, Instant at, String problem) {
        database.write(sql -> {
            new RunRows(sql).setState(run, state, at.toEpochMilli(), problem);
            return run;
        });
    }

    @Override
    public void finishRun(
            RunId run, RunState state, TaskValues outputs, Instant at, String problem) {
        database.write(sql -> {
            new RunRows(sql).finish(run, state, outputs, at.toEpochMilli(), problem);
            return run;
        });
    }

    @Override
    public Recorded record(RunId run, List<TaskChange> changes) {
        return database.write(sql -> new TaskRows(sql, run).record(changes));
    }

    @Override
    public Optional<CacheHit> findCached(String cacheKey) {
        return Optional.ofNullable(findCached(List.of(cacheKey)).get(cacheKey));
    }

    @Override
    public Map<String, CacheHit> findCached(List<String> cacheKeys) {
        String keys = LedgerJson.text(Value.of(cacheKeys.stream().map(Value::of).toList()));
        Map<String, CacheHit> hits = new HashMap<>();
        database.read(sql ->
                sql.all(
                        "SELECT run_id, path, execution_id, outputs, cache_key FROM wb_cache"
                                + " JOIN wb_task USING (execution_id)"
                                + " WHERE cache_key IN (SELECT value FROM json_each(?))",
                        row -> hits.put(row.getString(5), hit(row)),
                        keys));
        return hits;
    }

    private static CacheHit hit(ResultSet row) throws SQLException {
        return new CacheHit(
                new RunId(row.getString(1)),
                TaskPath.of(row.getString(2)),
                row.getLong(3),
                LedgerJson.values(row.getString(4)));
    }

    @Override
    public List<RunId> interruptRunning(Instant at) {
        return database.write(sql -> {
            RunRows rows = new RunRows(sql);
            List<RunId> running = rows.unfinished();
            for (RunId run : running) {
                rows.interrupt(run, at.toEpochMilli());
            }
            return running;
        });
    }

    @Override
    public Set<String> sharedUris(RunId run) {
        return database.read(sql ->
                Set.copyOf(
                        sql.all(
                                "SELECT DISTINCT uri FROM Artifact a"
                                        + " JOIN Event e ON e.artifact_id = a.id"
                                        + " JOIN wb_task t ON t.execution_id = e.execution_id"
                                        + " WHERE t.run_id = ? AND EXISTS (SELECT 1 FROM Event o"
                                        + " JOIN wb_task u ON u.execution_id = o.execution_id"
                                        + " WHERE o.artifact_id = a.id AND u.run_id <> ?)",
                                row -> row.getString(1),
                                run.value(),
                                run.value())));
    }

    @Override
    public void delete(RunId run) {
        database.write(sql -> {
            new RunRows(sql).delete(run);
            return run;
        });
    }
}
