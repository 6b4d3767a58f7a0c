package io.github.binnacle.localengine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.localengine.environment.EnvironmentSpec;
import io.github.binnacle.localengine.environment.Environments;
import io.github.binnacle.localengine.environment.PythonEnvironment;
import io.github.binnacle.localengine.supervisor.Pythons;
import io.github.binnacle.localengine.supervisor.SupervisedProcesses;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Compiles with the real SDK; skipped unless {@code BINNACLE_TEST_KFP_PYTHON} names one. */
@Timeout(120)
class KfpCompilerTest {
    private static final String COMPONENT =
            """
            from kfp import dsl

            @dsl.component(base_image="python:3.11")
            def add(a: int, b: int) -> int:
                return a + b

            """;
    private static final String PIPELINE =
            """
            @dsl.pipeline
            def sums(a: int = 1):
                add(a=a, b=2)

            """;

    @TempDir Path folder;
    private final List<EnvironmentSpec> required = new ArrayList<>();
    private SupervisedProcesses processes;
    private KfpCompiler compiler;

    @BeforeEach
    void open() {
        Path python = Pythons.withKfp();
        Path runtime = folder.resolve("runtime");
        processes =
                new SupervisedProcesses(() -> python, runtime, folder.resolve("supervisor.log"));
        compiler = new KfpCompiler(always(python), processes, runtime);
    }

    @AfterEach
    void close() {
        if (processes != null) {
            processes.close();
        }
    }

    @Test
    void compilesTheOnlyPipelineAndLeavesNothingBehind() throws Exception {
        var source = write("sums.py", COMPONENT + PIPELINE);

        var outcome = compile(source, "");

        assertThat(yaml(outcome)).contains("# Name: sums", "comp-add:", "image: python:3.11");
        assertThat(folder.resolve("project")).isDirectoryNotContaining("glob:**/__pycache__");
        assertThat(folder.resolve("runtime")).isDirectoryNotContaining("glob:**/draft-*");
    }

    @Test
    void compilesThePipelineThatContainsTheOthers() throws Exception {
        var outer =
                """
                @dsl.pipeline
                def all_of_it():
                    sums(a=3)
                """;

        var outcome = compile(write("nested.py", COMPONENT + PIPELINE + outer), "");

        assertThat(yaml(outcome)).contains("# Name: all-of-it");
    }

    @Test
    void compilesTheComponentOfAFileWithoutPipelines() throws Exception {
        var outcome = compile(write("component.py", COMPONENT), "");

        assertThat(yaml(outcome)).contains("# Name: add");
    }

    @Test
    void namesThePipelinesWhenThereAreSeveral() throws Exception {
        var source = write("two.py", COMPONENT + PIPELINE + PIPELINE.replace("sums", "others"));

        assertThat(sentence(compile(source, "")))
                .isEqualTo(
                        "two.py defines several pipelines: others, sums. Say which to compile"
                                + " (--pipeline NAME).");
        assertThat(yaml(compile(source, "others"))).contains("# Name: others");
    }

    @Test
    void findsModulesBesideTheFile() throws Exception {
        write("loop.py", COMPONENT);
        var source = write("main.py", "from kfp import dsl\nfrom loop import add\n" + PIPELINE);

        assertThat(yaml(compile(source, ""))).contains("comp-add:");
    }

    @Test
    void pointsAtTheLineOfTheUser() throws Exception {
        var source = write("bad.py", COMPONENT + PIPELINE.replace("b=2", "c=2"));

        var problem = problem(compile(source, ""));

        assertThat(problem.message())
                .startsWith("bad.py stopped while compiling, in line 9: TypeError: add()");
        assertThat(problem.range().line()).isEqualTo(9);
    }

    @Test
    void namesTheModuleThatIsNotInstalled() throws Exception {
        var source = write("needy.py", "import os\nimport nowhere_to_be_found\n");

        assertThat(sentence(compile(source, "")))
                .startsWith(
                        "needy.py stopped while compiling: \"nowhere_to_be_found\" is not installed."
                                + " It is imported in line 2.");
    }

    @Test
    void triesThePackagesOfTheProjectWhenAModuleIsMissing() throws Exception {
        write("requirements.txt", "kfp==2.16.0\nnowhere-to-be-found\n");
        var source = write("needy.py", "import nowhere_to_be_found\n");

        compile(source, "");

        assertThat(required)
                .extracting(EnvironmentSpec::requirements)
                .containsExactly(
                        List.of("kfp==2.16.0", "kfp-kubernetes"),
                        List.of("kfp==2.16.0", "nowhere-to-be-found", "kfp-kubernetes"));
    }

    @Test
    void tellsWhatWasPrintedWhenTheFileEndsTheProcess() throws Exception {
        var source = write("exits.py", "import os\nprint('so long', flush=True)\nos._exit(3)\n");

        assertThat(sentence(compile(source, ""))).contains("exits.py", "so long");
    }

    private Outcome<String> compile(Path source, String pipeline) throws InterruptedException {
        return compiler.compile(source, pipeline, sentence -> {});
    }

    private Path write(String name, String text) throws IOException {
        Path project = Files.createDirectories(folder.resolve("project").resolve(".git"));
        return Files.writeString(project.resolveSibling(name), text);
    }

    private static String yaml(Outcome<String> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<String>) outcome).value();
    }

    private static Problem problem(Outcome<String> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<String>) outcome).problems().getFirst();
    }

    private static String sentence(Outcome<String> outcome) {
        return problem(outcome).message();
    }

    private Environments always(Path python) {
        return new Environments() {
            @Override
            public PythonEnvironment require(
                    EnvironmentSpec specification, Consumer<String> progress) {
                required.add(specification);
                return new PythonEnvironment("test", python, "");
            }

            @Override
            public boolean isReady(EnvironmentSpec specification) {
                return true;
            }
        };
    }
}
