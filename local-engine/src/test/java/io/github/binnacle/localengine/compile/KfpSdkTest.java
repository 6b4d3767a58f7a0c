package io.github.binnacle.localengine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.localengine.environment.PythonFinder;
import io.github.binnacle.localengine.environment.UvEnvironments;
import io.github.binnacle.localengine.supervisor.SupervisedProcesses;
import io.github.binnacle.model.problem.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Compiles with an SDK fetched from the package index. */
@Tag("package-index")
@Timeout(600)
class KfpSdkTest {
    private static final String SOURCE =
            """
            import tabulate  # of the SDK's own dependencies
            from kfp import dsl, kubernetes

            @dsl.component(base_image="python:3.11")
            def say(text: str) -> str:
                return text

            @dsl.pipeline
            def secretive(text: str = "hush"):
                task = say(text=text)
                kubernetes.use_secret_as_env(task, "mine", {"password": "PASSWORD"})
            """;

    @TempDir Path folder;

    @Test
    void compilesAPipelineWithItsPlatformDocument() throws Exception {
        var pythons = PythonFinder.ofUser();
        var runtime = folder.resolve("runtime");
        var source = Files.writeString(folder.resolve("secretive.py"), SOURCE);
        try (var processes =
                new SupervisedProcesses(pythons::require, runtime, folder.resolve("log.txt"))) {
            var environments =
                    new UvEnvironments(folder.resolve("environments"), pythons, processes);
            var compiler = new KfpCompiler(environments, processes, runtime);

            var outcome = compiler.compile(source, "", sentence -> {});

            assertThat(outcome).isInstanceOf(Outcome.Done.class);
            assertThat(((Outcome.Done<String>) outcome).value())
                    .contains("# Name: secretive", "\n---\n", "secretName: mine");
        }
    }
}
