package io.github.binnacle.localstore.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class StoreFileTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String FIRST =
            """
            -- The first version.
            CREATE TABLE wb_schema (version INTEGER PRIMARY KEY);
            INSERT INTO wb_schema VALUES (1);
            CREATE TABLE t (n INTEGER);
            """;
    private static final String SECOND =
            """
            ALTER TABLE t ADD COLUMN text TEXT NOT NULL DEFAULT '';
            INSERT INTO wb_schema VALUES (2);
            """;
    private static final Schema OLD = new Schema(List.of(FIRST));
    private static final Schema NEW = new Schema(List.of(FIRST, SECOND));

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("home").resolve("a.db");
    }

    @Test
    void makesWhatIsMissingForItsUserOnly() throws IOException {
        try (var database = open(OLD)) {
            insert(database, 1);

            for (String name : List.of("a.db", "a.db-wal", "a.db-shm")) {
                assertThat(rights(file.resolveSibling(name))).as(name).isEqualTo("rw-------");
            }
            assertThat(rights(file.getParent())).isEqualTo("rwx------");
        }
    }

    @Test
    void keepsWhatIsThere() {
        try (var database = open(OLD)) {
            insert(database, 1);
        }

        try (var again = open(OLD)) {
            assertThat(numbers(again)).containsExactly(1L);
        }
    }

    @Test
    void makesAnEmptyDatabaseForAReaderThatComesFirst() {
        try (var database = store(OLD).openForReading()) {
            assertThat(numbers(database)).isEmpty();
        }
    }

    @Test
    void liftsAnOldDatabaseBehindABackup() throws IOException {
        try (var database = open(OLD)) {
            insert(database, 7);
        }

        try (var lifted = open(NEW)) {
            assertThat(numbers(lifted)).containsExactly(7L);
            lifted.write(sql -> sql.update("UPDATE t SET text = 'new'"));
        }

        assertThat(StoreHealth.version(file)).isEqualTo(2);
        assertThat(backups()).hasSize(1);
        assertThat(StoreHealth.version(backups().getFirst())).isEqualTo(1);
        assertThat(rights(backups().getFirst())).isEqualTo("rw-------");
    }

    @Test
    void leavesTheOldDatabaseAsItWasWhenALiftFails() {
        var broken = new Schema(List.of(FIRST, "INSERT INTO wb_schema VALUES (2);\nNO SQL;\n"));
        try (var database = open(OLD)) {
            insert(database, 7);
        }

        assertThatThrownBy(() -> open(broken)).isInstanceOf(StoreException.class);

        try (var again = open(OLD)) {
            assertThat(numbers(again)).containsExactly(7L);
        }
    }

    @Test
    void refusesALiftThatDoesNotReachItsVersion() {
        var lazy = new Schema(List.of(FIRST, "CREATE TABLE more (n INTEGER);\n"));
        open(OLD).close();

        assertThatThrownBy(() -> open(lazy))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("could not be brought to schema 2")
                .hasMessageContaining("as it was before");
        assertThat(StoreHealth.version(file)).isEqualTo(1);
    }

    @Test
    void leavesANewerDatabaseUntouched() throws IOException {
        open(NEW).close();
        var before = Files.readAllBytes(file);

        assertThatThrownBy(() -> open(OLD))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("newer Binnacle (schema 2; this one knows 1)")
                .hasMessageContaining("install the newer version");
        assertThatThrownBy(() -> store(OLD).openForReading()).isInstanceOf(StoreException.class);

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(backups()).isEmpty();
    }

    @Test
    void backsUpOnceADayAndKeepsTwo() throws IOException {
        open(OLD).close();
        for (int day = 0; day < 4; day++) {
            for (Path backup : backups()) {
                Files.setLastModifiedTime(
                        backup, FileTime.from(NOW.plusSeconds(day * 86_400L - 90_000)));
            }
            store(OLD, NOW.plusSeconds(day * 86_400L)).open(Database.Durability.FULL).close();
            store(OLD, NOW.plusSeconds(day * 86_400L + 60)).open(Database.Durability.FULL).close();
        }

        assertThat(backups())
                .extracting(backup -> backup.getFileName().toString())
                .containsExactly("a-2026-01-04T03-04-05-000.db", "a-2026-01-05T03-04-05-000.db");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 99, 100, 512, 4096, 5000, 20_000})
    void setsATruncatedDatabaseAside(int bytes) throws IOException {
        fill();
        try (var channel = new RandomAccessFile(file.toFile(), "rw")) {
            channel.setLength(bytes);
        }

        try (var database = open(OLD)) {
            assertThat(numbers(database)).isEmpty();
        }

        assertThat(aside()).hasSize(1);
        assertThat(Files.size(aside().getFirst())).isEqualTo(bytes);
    }

    @Test
    void setsAnEmptiedDatabaseAsideOnceThereIsABackup() throws IOException {
        fill();
        open(NEW).close();
        Files.write(file, new byte[0]);

        try (var restored = open(NEW)) {
            assertThat(numbers(restored)).hasSize(2000);
        }
    }

    @Test
    void setsAFileThatIsNoDatabaseAside() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "These are not the bytes you are looking for.".repeat(100));

        try (var database = open(OLD)) {
            assertThat(numbers(database)).isEmpty();
        }

        assertThat(aside()).hasSize(1);
    }

    @Test
    void setsADatabaseWithOverwrittenPagesAside() throws IOException {
        fill();
        try (var channel = new RandomAccessFile(file.toFile(), "rw")) {
            channel.seek(4096);
            channel.write(new byte[12_000]);
        }

        open(OLD).close();

        assertThat(aside()).hasSize(1);
    }

    @Test
    void putsTheNewestSoundBackupInThePlaceOfADamagedDatabase() throws IOException {
        fill();
        open(NEW).close();
        Files.write(file, new byte[100]);

        try (var restored = open(NEW)) {
            assertThat(numbers(restored)).hasSize(2000);
        }

        assertThat(aside()).hasSize(1);
        assertThat(StoreHealth.version(file)).isEqualTo(2);
    }

    @Test
    void doesNotTakeADamagedBackup() throws IOException {
        fill();
        open(NEW).close();
        Files.write(backups().getFirst(), new byte[500]);
        Files.write(file, new byte[100]);

        try (var made = open(NEW)) {
            assertThat(numbers(made)).isEmpty();
        }
    }

    @Test
    void tellsAReaderOfDamageAndSetsNothingAside() throws IOException {
        fill();
        Files.write(file, new byte[100]);

        assertThatThrownBy(
                        () -> {
                            try (var database = store(OLD).openForReading()) {
                                numbers(database);
                            }
                        })
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("damaged")
                .hasMessageContaining("binnacle doctor");
        assertThat(aside()).isEmpty();
    }

    private void fill() {
        try (var database = open(OLD)) {
            database.write(sql -> {
                for (int n = 0; n < 2000; n++) {
                    sql.update("INSERT INTO t(n) VALUES (?)", n + 1_000_000_000L);
                }
                return true;
            });
        }
    }

    private StoreFile store(Schema schema) {
        return store(schema, NOW);
    }

    private StoreFile store(Schema schema, Instant now) {
        return new StoreFile(file, schema, InstantSource.fixed(now));
    }

    private Database open(Schema schema) {
        return store(schema).open(Database.Durability.FULL);
    }

    private static void insert(Database database, int n) {
        database.write(sql -> sql.update("INSERT INTO t(n) VALUES (?)", n));
    }

    private static List<Long> numbers(Database database) {
        return database.read(sql -> sql.all("SELECT n FROM t ORDER BY n", row -> row.getLong(1)));
    }

    private List<Path> backups() throws IOException {
        return list(file.resolveSibling("backups"), ".*\\.db");
    }

    private List<Path> aside() throws IOException {
        return list(file.getParent(), "a\\.db\\.damaged-[0-9T-]+");
    }

    private static List<Path> list(Path folder, String pattern) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> each.getFileName().toString().matches(pattern))
                    .sorted()
                    .toList();
        }
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
