package io.github.binnacle.localstore.ledger;

import io.github.binnacle.localstore.sql.Database;
import io.github.binnacle.localstore.sql.Sql;
import io.github.binnacle.localstore.sql.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;

/** Makes the ledger's tables, and refuses a ledger that a newer Binnacle made. */
final class LedgerSchema {
    static final int VERSION = 1;

    private LedgerSchema() {}

    static void prepare(Database database) {
        int version = database.write(LedgerSchema::version);
        if (version > VERSION) {
            throw new StoreException(
                    "The ledger was written by a newer Binnacle (schema "
                            + version
                            + ", this one knows "
                            + VERSION
                            + "). It is left untouched; install the newer version.");
        }
        if (version == 0) {
            database.write(LedgerSchema::create);
        }
    }

    private static int version(Sql sql) throws SQLException {
        boolean isThere =
                sql.one(
                                "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'wb_schema'",
                                row -> true)
                        .isPresent();
        return isThere
                ? sql.one("SELECT max(version) FROM wb_schema", row -> row.getInt(1)).orElse(0)
                : 0;
    }

    private static boolean create(Sql sql) throws SQLException {
        for (String statement : script().split(";\\s*\\n")) {
            String bare = statement.replaceAll("(?m)^--.*$", "").strip();
            if (!bare.isEmpty()) {
                sql.execute(bare);
            }
        }
        return true;
    }

    private static String script() {
        try (InputStream resource =
                Objects.requireNonNull(LedgerSchema.class.getResourceAsStream("schema.sql"))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
