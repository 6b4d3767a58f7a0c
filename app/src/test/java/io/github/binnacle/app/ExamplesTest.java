package io.github.binnacle.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.localengine.check.CheckedPipeline;
import io.github.binnacle.localengine.check.CheckedPipeline.Verdict;
import io.github.binnacle.localengine.check.ProjectCheck;
import io.github.binnacle.localengine.plan.ExecutionPlanner;
import io.github.binnacle.localengine.plan.ThisComputer;
import io.github.binnacle.model.run.RunRequest.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples are whole, valid, and can run on any computer with Python. */
class ExamplesTest {
    private static final Path EXAMPLES = Path.of("..", "examples");

    static List<Path> examples() throws IOException {
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @Test
    void areThreeAtLeast() throws IOException {
        assertThat(examples()).hasSizeGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void haveTheirSourceAReadmeAndAProjectFile(Path example) {
        assertThat(example.resolve("pipeline.py")).isRegularFile();
        assertThat(example.resolve("README.md")).isRegularFile();
        assertThat(example.resolve("binnacle.yaml")).isRegularFile();
    }

    @Test
    void runHereWithoutContainers() throws IOException {
        var nothingBesidesPython = new ThisComputer(Map.of(), Optional::empty);
        var check = new ProjectCheck(new ExecutionPlanner(nothingBesidesPython));

        var report = check.check(EXAMPLES, RunOptions.DEFAULT);

        assertThat(report.settingsProblems()).isEmpty();
        assertThat(report.pipelines())
                .hasSameSizeAs(examples())
                .extracting(CheckedPipeline::verdict)
                .containsOnly(Verdict.RUNS);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void keepNoPathOfTheComputerThatCompiledThem(Path example) throws IOException {
        assertThat(example.resolve("pipeline.yaml"))
                .content()
                .contains("kfp==2.17.0")
                .doesNotContain("/home/", "/root/", "/tmp/", "/Users/");
    }
}
