package io.github.binnacle.localstore.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.workplace.SecretSource;
import io.github.binnacle.model.workplace.SecretSource.Kind;
import io.github.binnacle.testkit.contract.SecretSourceContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest extends SecretSourceContract {
    @TempDir Path folder;

    @Override
    protected SecretSource with(Map<Kind, Map<String, Map<String, String>>> entries) {
        var file = file();
        entries.forEach((kind, named) ->
                named.forEach((name, keys) ->
                        keys.forEach((key, value) -> file.put(kind, name, key, value))));
        return file;
    }

    private SecretFile file() {
        return new SecretFile(folder.resolve("home/secrets.json"));
    }

    @Test
    void keepsSecretsInAFileOfTheirUser() throws IOException {
        file().put(Kind.SECRET, "db", "password", "hunter2");

        assertThat(Files.getPosixFilePermissions(folder.resolve("home/secrets.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("home")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void listsNamesAndKeysButNoValues() {
        file().put(Kind.SECRET, "db", "user", "ada");
        file().put(Kind.SECRET, "db", "password", "hunter2");
        file().put(Kind.CONFIG_MAP, "app", "level", "info");

        assertThat(file().names(Kind.SECRET)).isEqualTo(Map.of("db", List.of("user", "password")));
    }

    @Test
    void removesAnEntryAndKeepsTheOthers() {
        file().put(Kind.SECRET, "db", "user", "ada");
        file().put(Kind.SECRET, "web", "token", "x");

        assertThat(file().remove(Kind.SECRET, "db")).isTrue();
        assertThat(file().remove(Kind.SECRET, "db")).isFalse();
        assertThat(file().find(Kind.SECRET, "db")).isEmpty();
        assertThat(file().find(Kind.SECRET, "web")).isPresent();
    }

    @Test
    void leavesNoDraftBehind() throws IOException {
        file().put(Kind.SECRET, "db", "user", "ada");

        try (var files = Files.list(folder.resolve("home"))) {
            assertThat(files).hasSize(1);
        }
    }
}
