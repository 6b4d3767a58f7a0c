package io.github.binnacle.localstore.ledger;

import io.github.binnacle.localstore.sql.Database;
import io.github.binnacle.model.lineage.LineageSource;
import io.github.binnacle.model.run.Run;
import io.github.binnacle.model.run.RunChanges;
import io.github.binnacle.model.run.RunHistory;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunSnapshot;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the ledger, also while an engine host in another process writes it. */
public sealed class SqliteRunHistory implements RunHistory, AutoCloseable permits SqliteRunLedger {
    final Database database;

    /** Reads through a database that is open already. */
    public SqliteRunHistory(Database database) {
        this.database = database;
    }

    /** Opens the ledger for reading; an empty one is made if there is none. */
    public static SqliteRunHistory open(Path file) {
        return new SqliteRunHistory(LedgerSchema.in(file).openForReading());
    }

    /** Offers lineage from the same file. */
    public LineageSource lineage() {
        return new SqliteLineage(database);
    }

    @Override
    public List<Run> runs(int limit) {
        return database.read(sql -> LedgerRows.runs(sql, limit));
    }

    @Override
    public Optional<RunSnapshot> snapshot(RunId run) {
        return database.read(sql -> LedgerRows.snapshot(sql, run));
    }

    @Override
    public Optional<String> document(RunId run) {
        return database.read(sql ->
                sql.one(
                        "SELECT text FROM wb_document JOIN wb_run ON digest = document_digest"
                                + " WHERE id = ?",
                        row -> row.getString(1),
                        run.value()));
    }

    @Override
    public Optional<RunId> find(String text) {
        return database.read(sql -> LedgerRows.find(sql, text));
    }

    @Override
    public long lastEvent() {
        return database.read(LedgerRows::lastEvent);
    }

    @Override
    public List<RunId> changedSince(long event) {
        return database.read(sql ->
                sql.all(
                        "SELECT DISTINCT run_id FROM wb_event WHERE seq > ?",
                        row -> new RunId(row.getString(1)),
                        event));
    }

    @Override
    public Optional<RunChanges> changes(RunId run, long event) {
        return database.read(sql -> LedgerRows.changes(sql, run, event));
    }

    @Override
    public void close() {
        database.close();
    }
}
