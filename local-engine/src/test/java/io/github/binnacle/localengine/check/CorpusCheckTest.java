package io.github.binnacle.localengine.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.binnacle.localengine.check.CheckedPipeline.Verdict;
import io.github.binnacle.localengine.plan.ExecutionPlanner;
import io.github.binnacle.localengine.plan.ThisComputer;
import io.github.binnacle.model.run.RunRequest.RunOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Checks real pipelines, where they are there. */
@Tag("corpus")
class CorpusCheckTest {
    @Test
    void theRealPipelinesAreGoodAndMostRunHere() throws Exception {
        var pipelines = Path.of(shared()).resolve("kfp-pipelines");
        assumeTrue(Files.isDirectory(pipelines), "no corpus");
        var planner = new ExecutionPlanner(new ThisComputer(System.getenv(), Optional::empty));

        var report = new ProjectCheck(planner).check(pipelines, new RunOptions(true, false, true));

        assertThat(report.pipelines())
                .filteredOn(pipeline -> pipeline.verdict() == Verdict.INVALID)
                .isEmpty();
        assertThat(report.count(Verdict.RUNS)).isGreaterThanOrEqualTo(68);
        assertThat(report.needs())
                .extracting(CheckReport.Need::image)
                .doesNotContain("python:3.11", "alpine");
    }

    private static String shared() {
        return System.getProperty(
                "binnacle.shared", System.getenv().getOrDefault("BINNACLE_SHARED", "../../shared"));
    }
}
