package io.github.binnacle.localstore.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.localstore.ledger.SqliteRunLedger;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    @TempDir Path folder;
    private BinnacleHome home;

    @BeforeEach
    void makeHome() throws IOException {
        home = new BinnacleHome(folder.resolve("home")).create();
    }

    @Test
    void findsNothingWrongInANewHome() {
        assertThat(new Doctor(home).examine())
                .allMatch(Doctor.Finding::isGood)
                .extracting(Doctor.Finding::subject)
                .containsExactly(
                        "home folder",
                        "disk",
                        "ledger",
                        "damaged databases",
                        "rights",
                        "artifacts");
    }

    @Test
    void findsNothingWrongInAHomeThatIsUsed() throws IOException {
        SqliteRunLedger.open(home.ledger()).close();
        new TrustFile(home.trust()).trustText("text");
        new FileBlobStore(home.blobs()).adopt(Files.writeString(folder.resolve("a"), "hello"));

        assertThat(new Doctor(home).examine()).allMatch(Doctor.Finding::isGood);
        assertThat(finding("ledger").detail()).isEqualTo("sound, schema 1");
        assertThat(finding("artifacts").detail()).startsWith("1 looked at");
    }

    @Test
    void findsADamagedLedgerAndSaysWhatToDo() throws IOException {
        SqliteRunLedger.open(home.ledger()).close();
        try (var file = new RandomAccessFile(home.ledger().toFile(), "rw")) {
            file.seek(8192);
            file.write(new byte[20_000]);
        }

        assertThat(finding("ledger").isGood()).isFalse();
        assertThat(finding("ledger").detail()).contains("engine sets it aside");
    }

    @Test
    void remindsOfDatabasesThatWereSetAside() throws IOException {
        Files.write(home.ledger(), new byte[100]);
        SqliteRunLedger.open(home.ledger()).close();

        assertThat(finding("damaged databases").isGood()).isFalse();
        assertThat(finding("damaged databases").detail()).contains("ledger.db.damaged-");
    }

    @Test
    void findsFilesThatOthersMayRead() throws IOException {
        Files.writeString(home.secrets(), "{}");
        Files.setPosixFilePermissions(home.secrets(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(finding("rights").isGood()).isFalse();
        assertThat(finding("rights").detail()).contains("chmod go= " + home.secrets());
    }

    @Test
    void findsArtifactsThatWereChanged() throws IOException {
        var file = Files.writeString(folder.resolve("a"), "hello");
        new FileBlobStore(home.blobs()).adopt(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file, "changed");

        assertThat(finding("artifacts").isGood()).isFalse();
        assertThat(finding("artifacts").detail()).contains("2c").contains("f24dba");
    }

    private Doctor.Finding finding(String subject) {
        return new Doctor(home)
                .examine().stream()
                        .filter(finding -> finding.subject().equals(subject))
                        .findFirst()
                        .orElseThrow();
    }
}
