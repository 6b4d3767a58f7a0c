package io.github.binnacle.localstore.sql;

import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Opens connections with the settings that all have. */
final class Connections {
    /** Older ones may damage a file that two connections checkpoint. */
    private static final String NEEDED_VERSION = "3.51.3";

    private Connections() {}

    static Sql forWriting(Path file, Database.Durability durability) {
        return connect(
                file,
                sql -> {
                    checkVersion(sql);
                    sql.one("PRAGMA journal_mode = WAL", row -> row.getString(1));
                    sql.execute("PRAGMA synchronous = " + durability.name());
                    return sql;
                });
    }

    static Sql forReading(Path file) {
        return connect(
                file,
                sql -> {
                    sql.execute("PRAGMA query_only = ON");
                    sql.one("PRAGMA schema_version", row -> row.getInt(1));
                    return sql;
                });
    }

    private static Sql connect(Path file, Database.Work<Sql> settings) {
        try {
            Sql sql = new Sql(DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath()));
            try {
                sql.execute("PRAGMA busy_timeout = 5000");
                sql.execute("PRAGMA mmap_size = 0");
                return settings.run(sql);
            } catch (SQLException | RuntimeException e) {
                sql.close();
                throw e;
            }
        } catch (SQLException e) {
            throw StoreFailures.of(file, e);
        }
    }

    private static void checkVersion(Sql sql) throws SQLException {
        String version = sql.one("SELECT sqlite_version()", row -> row.getString(1)).orElse("0");
        if (Version.parse(version).compareTo(Version.parse(NEEDED_VERSION)) < 0) {
            throw new StoreException(
                    "SQLite %s may damage its files; %s is needed. Install Binnacle anew."
                            .formatted(version, NEEDED_VERSION));
        }
    }
}
