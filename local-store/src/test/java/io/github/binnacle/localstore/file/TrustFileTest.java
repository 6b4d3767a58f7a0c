package io.github.binnacle.localstore.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binnacle.localstore.sql.StoreException;
import io.github.binnacle.model.workplace.TrustStore;
import io.github.binnacle.testkit.contract.TrustStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

class TrustFileTest extends TrustStoreContract {
    @Override
    protected TrustStore open() {
        return new TrustFile(folder.resolve("home/trust.json"));
    }

    @Test
    void remembersAfterARestartInAPrivateFile() throws IOException {
        open().trustFolder(folder.resolve("team"));
        open().trustText("text");

        assertThat(open().isTrusted(folder.resolve("team/a.yaml"), "")).isTrue();
        assertThat(open().isTrusted(folder.resolve("b.yaml"), "text")).isTrue();
        assertThat(Files.getPosixFilePermissions(folder.resolve("home/trust.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void keepsDigestsRatherThanTexts() throws IOException {
        open().trustText("a secret pipeline");

        assertThat(folder.resolve("home/trust.json"))
                .content()
                .contains("sha256:")
                .doesNotContain("secret pipeline");
    }

    @Test
    void isNotLedOutOfATrustedFolderByALink() throws IOException {
        var trusted = Files.createDirectory(folder.resolve("team"));
        var other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("a.yaml"), "text");
        Files.createSymbolicLink(trusted.resolve("link.yaml"), other.resolve("a.yaml"));
        open().trustFolder(trusted);

        assertThat(open().isTrusted(trusted.resolve("link.yaml"), "text")).isFalse();
    }

    @Test
    void saysWhichFileIsDamaged() throws IOException {
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(folder.resolve("home/trust.json"), "{\"folders\": [");

        assertThatThrownBy(() -> open().isTrusted(folder, ""))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("trust.json")
                .hasMessageContaining("Correct or remove it");
    }
}
