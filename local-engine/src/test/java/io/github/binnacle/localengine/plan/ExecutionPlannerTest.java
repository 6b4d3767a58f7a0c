package io.github.binnacle.localengine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.localengine.environment.EnvironmentSpec;
import io.github.binnacle.localengine.plan.ExecutionPlan.ContainerRun;
import io.github.binnacle.localengine.plan.ExecutionPlan.HostCommand;
import io.github.binnacle.localengine.plan.ExecutionPlan.PythonFunction;
import io.github.binnacle.model.address.Address.DocumentAddress;
import io.github.binnacle.model.pipeline.PipelineDocument;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.run.RunRequest.RunOptions;
import io.github.binnacle.model.workplace.ProjectSettings;
import io.github.binnacle.model.workplace.ProjectSettings.ImageMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecutionPlannerTest {
    private static final Path PODMAN = Path.of("/usr/bin/podman");
    private static final String SOURCE = "def f(a: int) -> int:\n    return a\n";

    @TempDir Path project;

    private Optional<Path> runtime = Optional.empty();
    private boolean allowHostCommands;
    private ProjectSettings settings = ProjectSettings.EMPTY;

    @Test
    void aLightweightComponentRunsInTheEnvironmentOfItsPreludeAndImage() {
        var plan =
                plan(
                        lightweight(
                                "python:3.11",
                                "'pandas==2.2.0' && python3 -m pip install 'kfp==2.17.0' '--no-deps'"));

        assertThat(plan).isInstanceOf(PythonFunction.class);
        var function = (PythonFunction) plan;
        assertThat(function.function()).isEqualTo("f");
        assertThat(function.source()).isEqualTo(SOURCE);
        assertThat(function.environment().python()).isEqualTo("3.11");
        assertThat(function.environment().requirements())
                .containsExactly("pandas==2.2.0", "kfp==2.17.0 --no-deps");
        assertThat(function.extraArgs()).isEmpty();
    }

    @Test
    void kfpIsAddedIfThePreludeDoesNotInstallIt() {
        var plan = plan(lightweight("python:3.11", "'pandas==2.2.0'"));

        assertThat(((PythonFunction) plan).environment().requirements())
                .containsExactly("pandas==2.2.0", "kfp==2.17.0 --no-deps");
    }

    @ParameterizedTest
    @CsvSource({"2.14.3,2.17.0", "2.1.0,2.17.0", "2.17.0,2.17.0", "2.18.1,2.18.1", "2.0.1,2.0.1"})
    void anOlderRuntimeThatTheSdkPinsIsReplacedByOurs(String pinned, String taken) {
        var plan = plan(lightweight("python:3.11", "'kfp==" + pinned + "' '--no-deps'"));

        assertThat(((PythonFunction) plan).environment().requirements())
                .containsExactly("kfp==" + taken + " --no-deps");
    }

    @Test
    void anUnmappedImageOfAPythonComponentIsRefusedWithTheLineToAdd() throws IOException {
        Files.writeString(project.resolve("requirements.txt"), "numpy\n");

        var problem = problem(lightweight("registry.example.com/team/train:7", "'numpy'"));

        assertThat(problem.code()).isEqualTo("plan.image-unmapped");
        assertThat(problem.message())
                .contains("\"step\"")
                .contains("registry.example.com/team/train:7")
                .contains(
                        "\"registry.example.com/team/train:7\": {requirements: \"requirements.txt\"}");
        assertThat(problem.range()).isNotNull();
    }

    @Test
    void aMappedImageBringsItsRequirementsFirst() throws IOException {
        Files.writeString(project.resolve("requirements.txt"), "torch==2.4 # big\n\nnumpy\n");
        settings =
                new ProjectSettings(
                        List.of(
                                new ImageMapping(
                                        "registry.example.com/team/*",
                                        "3.12",
                                        "requirements.txt",
                                        List.of("rich"))));

        var plan = plan(lightweight("registry.example.com/team/train:7", "'kfp==2.17.0'"));

        assertThat(((PythonFunction) plan).environment())
                .isEqualTo(
                        new EnvironmentSpec(
                                "3.12",
                                List.of("torch==2.4", "numpy", "rich", "kfp==2.17.0"),
                                List.of()));
    }

    @Test
    void aContainerRuntimeRunsWhatHasNoMapping() {
        runtime = Optional.of(PODMAN);

        var plan = plan(lightweight("registry.example.com/team/train:7", "'numpy'"));

        assertThat(plan).isInstanceOf(ContainerRun.class);
        assertThat(((ContainerRun) plan).runtime()).isEqualTo(PODMAN);
    }

    @Test
    void aPythonCommandInAPlainPythonImageRunsWithoutAsking() {
        var plan =
                plan(container("docker.io/library/python:3.12-slim", "[python3, -c, 'print(1)']"));

        assertThat(plan)
                .isEqualTo(
                        new HostCommand(
                                Optional.of(new EnvironmentSpec("3.12", List.of(), List.of())),
                                List.of("python3", "-c", "print(1)"),
                                List.of()));
    }

    @Test
    void aPythonCommandInAnUnmappedImageIsNeverRunWithoutItsPackages() {
        allowHostCommands = true;

        var problem = problem(container("registry.example.com/x", "[python3, -m, x]"));

        assertThat(problem.code()).isEqualTo("plan.image-unmapped");
        assertThat(problem.message()).contains("\"registry.example.com/x\": {packages: []}");
    }

    @Test
    void anotherCommandNeedsConsent() {
        var problem = problem(container("alpine:3.20", "[sh, -c, 'echo hi']"));

        assertThat(problem.code()).isEqualTo("plan.host-command");
        assertThat(problem.message()).contains("sh -c echo hi").contains("alpine:3.20");
    }

    @Test
    void aCommandThatIsThereRunsOnTheHostWithConsentAndAWarning() {
        allowHostCommands = true;

        var outcome = outcome(container("alpine:3.20", "[sh, -c, 'echo hi']"));

        var done = (Outcome.Done<Map<String, ExecutionPlan>>) outcome;
        assertThat(done.value())
                .containsValue(
                        new HostCommand(
                                Optional.empty(), List.of("sh", "-c", "echo hi"), List.of()));
        assertThat(done.warnings()).extracting(Problem::code).containsExactly("plan.on-host");
    }

    @Test
    void aCommandThatIsNotThereIsRefusedEvenWithConsent() {
        allowHostCommands = true;

        var problem = problem(container("ubuntu", "[my_program, --fast]"));

        assertThat(problem.code()).isEqualTo("plan.command-missing");
        assertThat(problem.message()).contains("my_program");
    }

    @Test
    void everyCommandThatAConditionMayChooseMustBeThere() {
        allowHostCommands = true;

        var problem =
                problem(
                        container(
                                "alpine",
                                "['{\"IfPresent\": {\"InputName\": \"a\", \"Then\": [\"echo\", \"x\"],"
                                        + " \"Else\": [\"missing_one\"]}}']"));

        assertThat(problem.message()).contains("missing_one").doesNotContain("echo,");
    }

    @Test
    void anImageWithoutACommandNeedsAContainerRuntime() {
        allowHostCommands = true;

        var refused = problem(container("gcr.io/image", "[]"));
        runtime = Optional.of(PODMAN);
        var planned = plan(container("gcr.io/image", "[]"));

        assertThat(refused.code()).isEqualTo("plan.image-entrypoint");
        assertThat(planned).isInstanceOf(ContainerRun.class);
    }

    @Test
    void volumesAreDirectories() {
        assertThat(plan(container("argostub/createpvc", "[]")))
                .isEqualTo(new ExecutionPlan.CreatePvc());
        assertThat(plan(container("argostub/deletepvc", "[]")))
                .isEqualTo(new ExecutionPlan.DeletePvc());
    }

    @Test
    void importersNeedNoPlan() {
        var outcome =
                outcome("importer: {artifactUri: {constant: /d}, typeSchema: {schemaTitle: t}}");

        assertThat(((Outcome.Done<Map<String, ExecutionPlan>>) outcome).value()).isEmpty();
    }

    @Test
    void whatKubeflowDoesNotRunIsRefusedByName() {
        assertThat(problem("resolver: {outputArtifactQueries: {}}").code())
                .isEqualTo("plan.resolver");
        assertThat(problem("customJob: {customJob: {}}").code()).isEqualTo("plan.custom-job");
        assertThat(problem("moonJob: {}").code()).isEqualTo("plan.executor-unknown");
    }

    @Test
    void aContainerisedComponentRunsFromItsContextFolder() throws IOException {
        var context = Files.createDirectories(project.resolve("images/train"));
        Files.writeString(context.resolve("kfp_config.ini"), "[Components]\nfit = src/fit.py\n");
        Files.createDirectories(context.resolve("src"));
        Files.writeString(context.resolve("src/fit.py"), "def fit(): pass\n");
        Files.writeString(context.resolve("runtime-requirements.txt"), "scipy\n");
        Files.writeString(context.resolve("Dockerfile"), "FROM python:3.10-slim\n");

        var plan = plan(containerised("registry.example.com/train:1"));

        assertThat(plan)
                .isEqualTo(
                        new PythonFunction(
                                new EnvironmentSpec(
                                        "3.10", List.of("scipy", "kfp==2.16.1"), List.of()),
                                "",
                                Optional.of(context.resolve("src/fit.py")),
                                "fit",
                                List.of(context),
                                List.of()));
    }

    @Test
    void aContainerisedComponentIsAlsoFoundByItsTargetImage() throws IOException {
        var file = project.resolve("fit.py");
        Files.writeString(
                file,
                "@dsl.component(target_image='registry.example.com/train:1')\ndef fit(x: int):\n");

        var plan = plan(containerised("registry.example.com/train:1"));

        assertThat(((PythonFunction) plan).module()).contains(file);
    }

    @Test
    void aContainerisedComponentWithoutSourcesIsRefused() {
        var problem = problem(containerised("registry.example.com/train:1"));

        assertThat(problem.code()).isEqualTo("plan.module-missing");
        assertThat(problem.message()).contains("fit").contains("registry.example.com/train:1");
    }

    @Test
    void aConfigThatLeadsOutOfItsFolderIsNotFollowed() throws IOException {
        var context = Files.createDirectories(project.resolve("a"));
        Files.writeString(project.resolve("b.py"), "def fit(): pass\n");
        Files.writeString(context.resolve("kfp_config.ini"), "[Components]\nfit = ../b.py\n");

        assertThat(problem(containerised("x/y")).code()).isEqualTo("plan.module-missing");
    }

    @Test
    void allRefusalsComeAtOnceAndNameTheirTasks() {
        var document =
                """
                pipelineInfo: {name: p}
                schemaVersion: 2.1.0
                components:
                  comp-a: {executorLabel: exec-a}
                  comp-b: {executorLabel: exec-b}
                  comp-unused: {executorLabel: exec-unused}
                  comp-inner:
                    dag:
                      tasks:
                        leaf: {componentRef: {name: comp-a}}
                deploymentSpec:
                  executors:
                    exec-a: {resolver: {}}
                    exec-b: {customJob: {}}
                    exec-unused: {resolver: {}}
                root:
                  dag:
                    tasks:
                      first: {componentRef: {name: comp-a}}
                      group: {componentRef: {name: comp-inner}}
                      second: {componentRef: {name: comp-b}}
                """;

        var problems = ((Outcome.Refused<?>) outcomeOf(document)).problems();

        assertThat(problems)
                .extracting(Problem::code)
                .containsExactly("plan.resolver", "plan.custom-job");
        assertThat(problems.getFirst().message()).contains("\"first\", \"group/leaf\"");
    }

    private ExecutionPlan plan(String executor) {
        var outcome = outcome(executor);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<Map<String, ExecutionPlan>>) outcome).value().get("exec-step");
    }

    private Problem problem(String executor) {
        var outcome = outcome(executor);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).problems().getFirst();
    }

    private Outcome<Map<String, ExecutionPlan>> outcome(String executor) {
        return outcomeOf(
                """
                pipelineInfo: {name: p}
                schemaVersion: 2.1.0
                sdkVersion: kfp-2.16.1
                components:
                  comp-step: {executorLabel: exec-step}
                deploymentSpec:
                  executors:
                    exec-step:
                      %s
                root:
                  dag:
                    tasks:
                      step: {componentRef: {name: comp-step}}
                """
                        .formatted(executor.replace("\n", "\n      ")));
    }

    private Outcome<Map<String, ExecutionPlan>> outcomeOf(String text) {
        var document =
                ((Outcome.Done<PipelineDocument>)
                                PipelineDocument.parse(new DocumentAddress("p.yaml"), text))
                        .value();
        var means = new FakeMeans(runtime);
        return new ExecutionPlanner(means)
                .plan(document, settings, project, new RunOptions(true, false, allowHostCommands));
    }

    private record FakeMeans(Optional<Path> containerRuntime) implements LocalMeans {
        @Override
        public Optional<Path> command(String name) {
            return List.of("sh", "echo").contains(name)
                    ? Optional.of(Path.of("/bin", name))
                    : Optional.empty();
        }
    }

    private static String container(String image, String command) {
        return "container: {image: '%s', command: %s}".formatted(image, command);
    }

    private static String containerised(String image) {
        return """
        container:
          image: %s
          command: [python3, -m, kfp.dsl.executor_main]
          args: [--executor_input, '{{$}}', --function_to_execute, fit]
        """
                .formatted(image);
    }

    private static String lightweight(String image, String packages) {
        return """
        container:
          image: %s
          command:
          - sh
          - -c
          - "PIP_DISABLE_PIP_VERSION_CHECK=1 python3 -m pip install --quiet --no-warn-script-location %s && \\"$0\\" \\"$@\\""
          - sh
          - -ec
          - 'printf "%%s" "$0" > "$program_path/ephemeral_component.py"; _KFP_RUNTIME=true python3 -m kfp.dsl.executor_main --component_module_path "$program_path/ephemeral_component.py" "$@"'
          - "def f(a: int) -> int:\\n    return a\\n"
          args: [--executor_input, '{{$}}', --function_to_execute, f]
        """
                .formatted(image, packages);
    }
}
