package io.github.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTreeTest {
    @TempDir private Path folder;
    private Cli cli;

    @BeforeEach
    void makeCli() {
        cli = new Cli(folder);
    }

    @Test
    void saysItsVersion() {
        assertThat(cli.run("--version").out()).matches("binnacle \\d+\\.\\d+\\.\\d+.*\nJava .*\n");
    }

    @Test
    void documentsExitCodesInEveryHelp() {
        for (List<String> command :
                List.<List<String>>of(
                        List.of(), List.of("run"), List.of("runs", "show"), List.of("validate"))) {
            String[] args =
                    Stream.concat(command.stream(), Stream.of("--help")).toArray(String[]::new);

            assertThat(cli.run(args).out())
                    .as(command.toString())
                    .contains("Exit codes:", "3     refused; nothing was started");
        }
    }

    @Test
    void hidesCommandsThatAreNotForUsers() {
        assertThat(cli.run("--help").out()).doesNotContain("engine ", "rehearse");
    }

    @Test
    void suggestsWhatWasMeant() {
        Cli.Answer answer = cli.run("run", "x.yaml", "--no-cahce");

        assertThat(answer.err())
                .contains("Unknown option: '--no-cahce'", "Did you mean --no-cache");
        assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void writesTheDetailsOfADefectToAFile() throws IOException {
        Cli.Answer answer = cli.run("engine");

        assertThat(answer.err()).doesNotContain("\tat ");
        assertThat(answer.err()).contains("\"binnacle engine\" stopped because of a defect");
        assertThat(answer.code()).isEqualTo(ExitCode.WORLD);
        try (Stream<Path> files = Files.list(folder.resolve("logs"))) {
            assertThat(files.map(CommandTreeTest::text))
                    .singleElement()
                    .asString()
                    .contains("the engine of tests does not serve", "\tat ");
        }
    }

    @Test
    void completesCommandsInTheShell() {
        Cli.Answer answer = cli.run("completion", "bash");

        assertThat(answer.out())
                .contains("complete -F _complete_binnacle", "picocli_binnacle_runs_show");
    }

    @Test
    void completesCommandsInFish() {
        Cli.Answer answer = cli.run("completion", "fish");

        assertThat(answer.out())
                .contains("complete -c binnacle -n __fish_use_subcommand -f -a validate")
                .contains("-n '__fish_seen_subcommand_from run' -l no-cache")
                .doesNotContain("rehearse");
    }

    @Test
    void failsWhenTheDoctorFindsAFault() {
        Cli.Answer answer = cli.run("doctor");

        assertThat(answer.out())
                .isEqualTo(
                        """
                        ok    ledger             integrity_check: ok
                        wrong Python             none was found
                        """);
        assertThat(answer.code()).isEqualTo(ExitCode.FAILED);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
