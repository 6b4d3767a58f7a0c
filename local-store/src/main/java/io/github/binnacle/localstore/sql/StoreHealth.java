package io.github.binnacle.localstore.sql;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Looks at a database thoroughly, without changing it. */
public final class StoreHealth {
    private StoreHealth() {}

    /** Returns what SQLite's integrity check finds; none if the file is sound. */
    public static List<String> faults(Path file) {
        try (Sql sql = Connections.forReading(file)) {
            return sql
                    .all("PRAGMA integrity_check(5)", row -> String.valueOf(row.getString(1)))
                    .stream()
                    .filter(answer -> !answer.equals("ok"))
                    .toList();
        } catch (SQLException | StoreException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    /** Returns the version of a database's schema; 0 if it has none. */
    public static int version(Path file) {
        try (Sql sql = Connections.forReading(file)) {
            return Schema.versionOf(sql);
        } catch (SQLException e) {
            throw StoreFailures.of(file, e);
        }
    }
}
