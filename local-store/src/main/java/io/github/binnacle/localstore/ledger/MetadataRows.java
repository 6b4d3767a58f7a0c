package io.github.binnacle.localstore.ledger;

import io.github.binnacle.localstore.sql.Sql;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.value.Value;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes ML Metadata's rows with the types and property names of KFP (schema version 10).
 *
 * <p>Works inside the caller's transaction. Times are milliseconds since 1970.
 */
final class MetadataRows {
    static final String PIPELINE = "system.Pipeline";
    static final String PIPELINE_RUN = "system.PipelineRun";
    static final String DAG_EXECUTION = "system.DAGExecution";
    static final String CONTAINER_EXECUTION = "system.ContainerExecution";
    static final String IMPORTER_EXECUTION = "system.ImporterExecution";

    private static final int EXECUTION_KIND = 0;
    private static final int ARTIFACT_KIND = 1;
    private static final int CONTEXT_KIND = 2;
    private static final int LIVE = 2;

    private final Sql sql;

    MetadataRows(Sql sql) {
        this.sql = sql;
    }

    /** ML Metadata's execution states, by its numbers. */
    enum State {
        UNKNOWN(0),
        NEW(1),
        RUNNING(2),
        COMPLETE(3),
        FAILED(4),
        CACHED(5),
        CANCELED(6);

        final int number;

        State(int number) {
            this.number = number;
        }

        static State of(int number) {
            return Stream.of(values())
                    .filter(state -> state.number == number)
                    .findFirst()
                    .orElse(UNKNOWN);
        }
    }

    /** Direction of an event, by ML Metadata's number. */
    enum Direction {
        INPUT(3),
        OUTPUT(4);

        private final int number;

        Direction(int number) {
            this.number = number;
        }
    }

    long context(String type, String name, long now) throws SQLException {
        long typeId = type(type, CONTEXT_KIND);
        var known =
                sql.one(
                        "SELECT id FROM Context WHERE type_id = ? AND name = ?",
                        row -> row.getLong(1),
                        typeId,
                        name);
        return known.isPresent()
                ? known.get()
                : sql.insert(
                        "INSERT INTO Context(type_id, name, create_time_since_epoch,"
                                + " last_update_time_since_epoch) VALUES (?, ?, ?, ?)",
                        typeId,
                        name,
                        now,
                        now);
    }

    void parent(long context, long parentContext) throws SQLException {
        sql.update(
                "INSERT OR IGNORE INTO ParentContext(context_id, parent_context_id) VALUES (?, ?)",
                context,
                parentContext);
    }

    void contextProperty(long context, String name, Value value) throws SQLException {
        property("ContextProperty", "context_id", context, name, value);
    }

    /**
     * @param name unique name; null for none
     */
    long execution(String type, @Nullable String name, State state, long now) throws SQLException {
        return sql.insert(
                "INSERT INTO Execution(type_id, name, last_known_state, create_time_since_epoch,"
                        + " last_update_time_since_epoch) VALUES (?, ?, ?, ?, ?)",
                type(type, EXECUTION_KIND),
                name,
                state.number,
                now,
                now);
    }

    void executionState(long execution, State state, long now) throws SQLException {
        sql.update(
                "UPDATE Execution SET last_known_state = ?, last_update_time_since_epoch = ? WHERE id = ?",
                state.number,
                now,
                execution);
    }

    void executionProperty(long execution, String name, Value value) throws SQLException {
        property("ExecutionProperty", "execution_id", execution, name, value);
    }

    void associate(long context, long execution) throws SQLException {
        sql.update(
                "INSERT OR IGNORE INTO Association(context_id, execution_id) VALUES (?, ?)",
                context,
                execution);
    }

    long artifact(RuntimeArtifact artifact, String displayName, long now) throws SQLException {
        String type =
                artifact.type().schemaTitle().isEmpty()
                        ? "system.Artifact"
                        : artifact.type().schemaTitle();
        long id =
                sql.insert(
                        "INSERT INTO Artifact(type_id, uri, state, create_time_since_epoch,"
                                + " last_update_time_since_epoch) VALUES (?, ?, ?, ?, ?)",
                        type(type, ARTIFACT_KIND),
                        artifact.uri(),
                        LIVE,
                        now,
                        now);
        artifactProperty(id, "display_name", Value.of(displayName));
        for (Map.Entry<String, Value> entry : artifact.metadata().fields().entrySet()) {
            artifactProperty(id, entry.getKey(), entry.getValue());
        }
        return id;
    }

    private void artifactProperty(long artifact, String name, Value value) throws SQLException {
        property("ArtifactProperty", "artifact_id", artifact, name, value);
    }

    void attribute(long context, long artifact) throws SQLException {
        sql.update(
                "INSERT OR IGNORE INTO Attribution(context_id, artifact_id) VALUES (?, ?)",
                context,
                artifact);
    }

    /** Joins an artifact and an execution; the same pair is joined once per direction. */
    void event(long execution, long artifact, Direction direction, String key, long now)
            throws SQLException {
        int added =
                sql.update(
                        "INSERT OR IGNORE INTO Event(artifact_id, execution_id, type,"
                                + " milliseconds_since_epoch) VALUES (?, ?, ?, ?)",
                        artifact,
                        execution,
                        direction.number,
                        now);
        if (added > 0) {
            sql.update(
                    "INSERT INTO EventPath(event_id, is_index_step, step_key)"
                            + " VALUES (last_insert_rowid(), 0, ?)",
                    key);
        }
    }

    private long type(String name, int kind) throws SQLException {
        var known =
                sql.one(
                        "SELECT id FROM Type WHERE name = ? AND type_kind = ?",
                        row -> row.getLong(1),
                        name,
                        kind);
        return known.isPresent()
                ? known.get()
                : sql.insert("INSERT INTO Type(name, type_kind) VALUES (?, ?)", name, kind);
    }

    /**
     * KFP's conversion: numbers are doubles unless a property is an integer by nature, booleans 0
     * or 1.
     */
    private void property(String table, String owner, long id, String name, Value value)
            throws SQLException {
        switch (value) {
            case Value.Null _ -> {}
            case Value.Text(String text) -> put(table, owner, "string_value", id, name, text);
            case Value.Num number -> put(table, owner, "double_value", id, name, number.toDouble());
            case Value.Bool(boolean flag) -> put(table, owner, "int_value", id, name, flag ? 1 : 0);
            case Value.Struct struct ->
                    put(
                            table,
                            owner,
                            "string_value",
                            id,
                            name,
                            ProtobufStruct.text(wrap("struct", struct)));
            case Value.Items items ->
                    put(
                            table,
                            owner,
                            "string_value",
                            id,
                            name,
                            ProtobufStruct.text(wrap("list", items)));
        }
    }

    private static Value.Struct wrap(String name, Value value) {
        return Value.of(Map.of(name, value));
    }

    /** Writes a property that is an integer by nature, such as {@code iteration_index}. */
    void executionInteger(long execution, String name, long number) throws SQLException {
        put("ExecutionProperty", "execution_id", "int_value", execution, name, number);
    }

    /** Writes a property that is a struct by nature, such as {@code inputs}. */
    void executionStruct(long execution, String name, Value.Struct struct) throws SQLException {
        put(
                "ExecutionProperty",
                "execution_id",
                "string_value",
                execution,
                name,
                ProtobufStruct.text(struct));
    }

    private void put(String table, String owner, String column, long id, String name, Object value)
            throws SQLException {
        sql.update(
                "INSERT OR REPLACE INTO "
                        + table
                        + "("
                        + owner
                        + ", name, is_custom_property, "
                        + column
                        + ") VALUES (?, ?, 1, ?)",
                id,
                name,
                value);
    }
}
