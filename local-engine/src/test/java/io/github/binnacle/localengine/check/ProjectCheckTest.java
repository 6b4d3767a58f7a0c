package io.github.binnacle.localengine.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.localengine.check.CheckedPipeline.Verdict;
import io.github.binnacle.localengine.plan.ExecutionPlanner;
import io.github.binnacle.localengine.plan.ThisComputer;
import io.github.binnacle.localengine.project.ImageLine;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.run.RunRequest.RunOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectCheckTest {
    @TempDir Path folder;

    private final ProjectCheck check =
            new ProjectCheck(new ExecutionPlanner(new ThisComputer(Map.of(), Optional::empty)));

    @Test
    void saysOfEveryPipelineWhatBecomesOfIt() throws IOException {
        write("a/good.yaml", pipeline("python:3.11", "python3"));
        write("a/other.yml", pipeline("alpine", "no_such_command"));
        write("b/wrong.yaml", "pipelineInfo: {name: 3}\nroot: 4\n");

        var report = check.check(folder, RunOptions.DEFAULT);

        assertThat(report.pipelines())
                .extracting(CheckedPipeline::verdict)
                .containsExactly(Verdict.RUNS, Verdict.REFUSED, Verdict.INVALID);
        assertThat(report.pipelines().getFirst().plans()).hasSize(1);
        assertThat(report.count(Verdict.RUNS)).isEqualTo(1);
        assertThat(report.needs())
                .containsExactly(new CheckReport.Need("plan.command-missing", "alpine", 1));
    }

    @Test
    void passesOverWhatIsNoPipelineAndWhereNobodyLooks() throws IOException {
        write("values.yaml", "image: python\n");
        write("deployment.yaml", "apiVersion: v1\nkind: ConfigMap\ndata: {pipelineInfo: x}\n");
        write("package.json", "{\"name\": \"x\"}");
        write(".venv/lib/p.yaml", pipeline("python:3.11", "python3"));
        write("node_modules/p.yaml", pipeline("python:3.11", "python3"));

        var report = check.check(folder, RunOptions.DEFAULT);

        assertThat(report.pipelines()).isEmpty();
    }

    @Test
    void usesTheProjectFileOfEachPipeline() throws IOException {
        write("a/binnacle.yaml", "images: {registry.example.com/x: {packages: []}}\nextra: 1\n");
        write("a/p.yaml", pipeline("registry.example.com/x:1", "python3"));
        write("b/p.yaml", pipeline("registry.example.com/x:1", "python3"));

        var report = check.check(folder, RunOptions.DEFAULT);

        assertThat(report.pipelines())
                .extracting(CheckedPipeline::verdict)
                .containsExactly(Verdict.RUNS, Verdict.REFUSED);
        assertThat(report.settingsProblems())
                .extracting(Problem::code)
                .containsExactly("project.unknown-key");
    }

    @Test
    void proposesMappingsForImagesThatNothingMaps() throws IOException {
        write("images/fit/Dockerfile", "FROM python:3.10\nRUN pip install numpy\n");
        write("p.yaml", component("registry.example.com/team/fit:3"));

        var report = check.check(folder, RunOptions.DEFAULT);

        assertThat(report.proposals())
                .extracting(ImageLine::of)
                .containsExactly(
                        "\"registry.example.com/team/fit:3\": {python: \"3.10\", packages:"
                                + " [\"numpy\"]}");
    }

    private static String pipeline(String image, String command) {
        return document("{image: '%s', command: [%s, -c, 'pass']}".formatted(image, command));
    }

    private static String component(String image) {
        return document(
                """
                {image: '%s', command: [sh, -c,
                  'python3 -m kfp.dsl.executor_main --component_module_path ephemeral_component.py',
                  'def f(): pass'],
                  args: [--executor_input, '{{$}}', --function_to_execute, f]}
                """
                        .formatted(image)
                        .replaceAll("\\s*\n\\s*", " "));
    }

    private static String document(String container) {
        return """
        pipelineInfo: {name: p}
        schemaVersion: 2.1.0
        sdkVersion: kfp-2.16.1
        components:
          comp-step: {executorLabel: exec-step}
        deploymentSpec:
          executors:
            exec-step:
              container: %s
        root:
          dag:
            tasks:
              step: {componentRef: {name: comp-step}, taskInfo: {name: step}}
        """
                .formatted(container);
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }
}
