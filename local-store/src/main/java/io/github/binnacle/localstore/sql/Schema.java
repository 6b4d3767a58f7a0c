package io.github.binnacle.localstore.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tables of a database, in steps: the first script makes version 1, each later one lifts to the
 * next.
 *
 * <p>Statements end with a semicolon at the end of a line. The version is the highest in table
 * {@code wb_schema(version)}, which the first script makes; each script inserts its own.
 */
public record Schema(List<String> scripts) {
    private static final Pattern STATEMENT_END = Pattern.compile(";\\s*(\\n|$)");

    public Schema {
        scripts = List.copyOf(scripts);
    }

    /** Reads scripts that lie beside a class. */
    public static Schema of(Class<?> neighbour, String... names) {
        return new Schema(Stream.of(names).map(name -> text(neighbour, name)).toList());
    }

    private static String text(Class<?> neighbour, String name) {
        try (InputStream resource =
                Objects.requireNonNull(neighbour.getResourceAsStream(name), name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int version() {
        return scripts.size();
    }

    /** Returns the version that a database has; 0 if it is empty. */
    static int versionOf(Sql sql) throws SQLException {
        boolean isThere =
                sql.one(
                                "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'wb_schema'",
                                row -> true)
                        .isPresent();
        return isThere
                ? sql.one("SELECT max(version) FROM wb_schema", row -> row.getInt(1)).orElse(0)
                : 0;
    }

    /** Lifts a database from its version to this one, all or nothing. */
    void lift(Sql sql) throws SQLException {
        sql.execute("BEGIN IMMEDIATE");
        try {
            for (String script : scripts.subList(versionOf(sql), version())) {
                run(sql, script);
            }
            checkLifted(sql);
            sql.execute("COMMIT");
        } catch (SQLException | RuntimeException e) {
            sql.execute("ROLLBACK");
            throw e;
        }
    }

    private void checkLifted(Sql sql) throws SQLException {
        int reached = versionOf(sql);
        String check = sql.one("PRAGMA quick_check(1)", row -> row.getString(1)).orElse("");
        if (reached != version() || !check.equals("ok")) {
            throw new StoreException(
                    "The database could not be brought to schema %d (reached %d, check: %s). It is as it was before; report this."
                            .formatted(version(), reached, check));
        }
    }

    private static void run(Sql sql, String script) throws SQLException {
        for (String statement : STATEMENT_END.splitAsStream(script).toList()) {
            String bare = statement.replaceAll("(?m)^--.*$", "").strip();
            if (!bare.isEmpty()) {
                sql.execute(bare);
            }
        }
    }
}
