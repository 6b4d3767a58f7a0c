package io.github.binnacle.localstore.ledger;

import io.github.binnacle.localstore.sql.Database;
import io.github.binnacle.localstore.sql.Sql;
import io.github.binnacle.model.lineage.LineageArtifact;
import io.github.binnacle.model.lineage.LineageGraph;
import io.github.binnacle.model.lineage.LineageSource;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.value.Value;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Walks ML Metadata's events in the ledger. */
public final class SqliteLineage implements LineageSource {
    private static final String ARTIFACT =
            "SELECT a.id, t.name, a.uri, a.create_time_since_epoch, d.string_value AS display_name,"
                    + " w.digest FROM Artifact a JOIN Type t ON t.id = a.type_id"
                    + " LEFT JOIN ArtifactProperty d ON d.artifact_id = a.id AND d.name = 'display_name'"
                    + " LEFT JOIN wb_artifact w ON w.artifact_id = a.id ";
    private static final int INPUT = 3;

    private final Database database;

    public SqliteLineage(Database database) {
        this.database = database;
    }

    @Override
    public Optional<LineageArtifact> artifact(long id) {
        return database.read(sql -> artifact(sql, id));
    }

    @Override
    public List<LineageArtifact> findArtifacts(String text, int limit) {
        return database.read(sql -> {
            List<Long> ids =
                    sql.all(
                            "SELECT a.id FROM Artifact a LEFT JOIN wb_artifact w ON w.artifact_id ="
                                    + " a.id LEFT JOIN ArtifactProperty d ON d.artifact_id = a.id AND"
                                    + " d.name = 'display_name' WHERE a.id = ? OR a.uri = ? OR"
                                    + " d.string_value = ? OR (length(?) >= 6 AND (w.digest LIKE ? OR"
                                    + " w.digest LIKE ?)) ORDER BY a.id DESC LIMIT ?",
                            row -> row.getLong(1),
                            text.matches("[0-9]{1,15}") ? Long.parseLong(text) : -1L,
                            text,
                            text,
                            text,
                            text + "%",
                            "sha256:" + text + "%",
                            limit);
            List<LineageArtifact> found = new ArrayList<>();
            for (long id : ids) {
                artifact(sql, id).ifPresent(found::add);
            }
            return found;
        });
    }

    @Override
    public LineageGraph around(long artifactId, int hops) {
        return database.read(sql -> {
            Set<LineageGraph.Event> events = new LinkedHashSet<>();
            walk(sql, artifactId, hops, false, events);
            walk(sql, artifactId, hops, true, events);
            return graph(sql, artifactId, events);
        });
    }

    /**
     * Goes from artifacts to the executions that made them (or took them), and on to their other
     * artifacts.
     */
    private static void walk(
            Sql sql, long start, int hops, boolean isDown, Set<LineageGraph.Event> events)
            throws SQLException {
        Set<Long> frontier = Set.of(start);
        Set<Long> seen = new LinkedHashSet<>(frontier);
        for (int hop = 0; hop < hops && !frontier.isEmpty(); hop++) {
            Set<Long> next = new LinkedHashSet<>();
            for (long artifact : frontier) {
                for (LineageGraph.Event near : events(sql, "artifact_id", artifact, isDown)) {
                    events.add(near);
                    for (LineageGraph.Event far :
                            events(sql, "execution_id", near.executionId(), !isDown)) {
                        events.add(far);
                        if (seen.add(far.artifactId())) {
                            next.add(far.artifactId());
                        }
                    }
                }
            }
            frontier = next;
        }
    }

    private static List<LineageGraph.Event> events(Sql sql, String column, long id, boolean isInput)
            throws SQLException {
        return sql.all(
                "SELECT e.execution_id, e.artifact_id, e.type, p.step_key FROM Event e"
                        + " LEFT JOIN EventPath p ON p.event_id = e.id AND p.is_index_step = 0"
                        + " WHERE e."
                        + column
                        + " = ? AND (e.type = 3) = ?",
                row ->
                        new LineageGraph.Event(
                                row.getLong(1),
                                row.getLong(2),
                                row.getInt(3) == INPUT,
                                String.valueOf(row.getString(4))),
                id,
                isInput);
    }

    private static LineageGraph graph(Sql sql, long start, Set<LineageGraph.Event> events)
            throws SQLException {
        Set<Long> artifactIds = new LinkedHashSet<>(Set.of(start));
        Set<Long> executionIds = new LinkedHashSet<>();
        for (LineageGraph.Event event : events) {
            artifactIds.add(event.artifactId());
            executionIds.add(event.executionId());
        }
        List<LineageArtifact> artifacts = new ArrayList<>();
        for (long id : artifactIds) {
            artifact(sql, id).ifPresent(artifacts::add);
        }
        List<LineageGraph.Execution> executions = new ArrayList<>();
        for (long id : executionIds) {
            execution(sql, id).ifPresent(executions::add);
        }
        return new LineageGraph(artifacts, executions, List.copyOf(events));
    }

    private static Optional<LineageGraph.Execution> execution(Sql sql, long id)
            throws SQLException {
        return sql.one(
                "SELECT e.id, t.name, e.last_known_state, w.display_name, w.run_id, w.path FROM Execution e"
                        + " JOIN Type t ON t.id = e.type_id LEFT JOIN wb_task w ON w.execution_id = e.id"
                        + " WHERE e.id = ?",
                row -> {
                    String run = row.getString(5);
                    return new LineageGraph.Execution(
                            row.getLong(1),
                            row.getString(2),
                            String.valueOf(row.getString(4)),
                            MetadataRows.State.of(row.getInt(3)).name(),
                            run == null ? null : new RunId(run),
                            row.getString(6) == null ? "" : row.getString(6));
                },
                id);
    }

    private static Optional<LineageArtifact> artifact(Sql sql, long id) throws SQLException {
        Map<String, Value> metadata = new LinkedHashMap<>();
        sql.all(
                "SELECT name, int_value, double_value, string_value FROM ArtifactProperty"
                        + " WHERE artifact_id = ? AND name NOT IN ('display_name', 'store_session_info')",
                row -> metadata.put(row.getString(1), property(row)),
                id);
        return sql.one(ARTIFACT + "WHERE a.id = ?", row -> artifact(row, metadata), id);
    }

    private static LineageArtifact artifact(ResultSet row, Map<String, Value> metadata)
            throws SQLException {
        String digest = row.getString("digest");
        return new LineageArtifact(
                row.getLong("id"),
                row.getString("name"),
                String.valueOf(row.getString("display_name")),
                row.getString("uri"),
                digest == null ? "" : digest,
                Value.of(metadata),
                Instant.ofEpochMilli(row.getLong("create_time_since_epoch")));
    }

    private static Value property(ResultSet row) throws SQLException {
        String text = row.getString(4);
        if (text != null) {
            return Value.of(text);
        }
        double number = row.getDouble(3);
        return row.wasNull() ? Value.of(row.getLong(2)) : Value.of(number);
    }
}
