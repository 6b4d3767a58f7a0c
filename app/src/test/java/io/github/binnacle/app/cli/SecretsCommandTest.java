package io.github.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.workplace.SecretSource.Kind;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsCommandTest {
    @TempDir private Path folder;
    private Cli cli;

    @BeforeEach
    void makeCli() {
        cli = new Cli(folder);
    }

    @Test
    void takesTheValueFromStandardInput() {
        cli.runWithInput("hush\n", "secrets", "set", "registry", "password");

        assertThat(cli.secrets().find(Kind.SECRET, "registry"))
                .contains(Map.of("password", "hush"));
    }

    @Test
    void listsNamesAndNeverValues() {
        cli.runWithInput("hush", "secrets", "set", "registry", "password");
        cli.runWithInput("on", "secrets", "set", "--config-map", "flags", "fast");

        Cli.Answer answer = cli.run("secrets", "list");

        assertThat(answer.out())
                .isEqualTo(
                        """
                        KIND        NAME      KEYS
                        secret      registry  password
                        config map  flags     fast
                        """);
    }

    @Test
    void removesASecret() {
        cli.runWithInput("hush", "secrets", "set", "registry", "password");

        assertThat(cli.run("secrets", "remove", "registry").code()).isZero();
        assertThat(cli.run("secrets", "remove", "registry").code()).isEqualTo(ExitCode.USAGE);
        assertThat(cli.secrets().find(Kind.SECRET, "registry")).isEmpty();
    }

    @Test
    void takesNoValueAsArgument() {
        Cli.Answer answer = cli.run("secrets", "set", "registry", "password", "hush");

        assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void refusesAKeyWithItsValueInIt() {
        Cli.Answer answer = cli.runWithInput("", "secrets", "set", "registry", "password=hush");

        assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
        assertThat(cli.secrets().find(Kind.SECRET, "registry")).isEmpty();
    }
}
