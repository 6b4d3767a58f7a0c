package io.github.binnacle.localstore.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinnacleHomeTest {
    private final String system = System.getProperty("os.name");
    @TempDir Path folder;

    @BeforeEach
    void forgetTheCallersHome() {
        System.clearProperty("binnacle.home");
    }

    @AfterEach
    void restoreTheSystem() {
        System.setProperty("os.name", system);
    }

    @Test
    void takesTheFolderThatTheEnvironmentNames() {
        assertThat(home("Linux", Map.of("BINNACLE_HOME", folder.toString()))).isEqualTo(folder);
    }

    @Test
    void followsEachSystemsCustom() {
        var user = Path.of(System.getProperty("user.home"));

        assertThat(home("Linux", Map.of())).isEqualTo(user.resolve(".local/share/binnacle"));
        assertThat(home("Linux", Map.of("XDG_DATA_HOME", "/data")))
                .isEqualTo(Path.of("/data/binnacle"));
        assertThat(home("Mac OS X", Map.of()))
                .isEqualTo(user.resolve("Library/Application Support/Binnacle"));
        assertThat(home("Windows 11", Map.of("LOCALAPPDATA", "/local")))
                .isEqualTo(Path.of("/local/Binnacle"));
    }

    private static Path home(String system, Map<String, String> environment) {
        System.setProperty("os.name", system);
        return BinnacleHome.find(environment).folder();
    }

    @Test
    void isMadeForItsUserOnly() throws IOException {
        var home = new BinnacleHome(folder.resolve("deep/home")).create();

        assertThat(Files.getPosixFilePermissions(home.folder()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }
}
