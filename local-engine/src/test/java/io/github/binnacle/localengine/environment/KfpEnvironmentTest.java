package io.github.binnacle.localengine.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.localengine.supervisor.SupervisedProcesses;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Builds real environments from the package index. */
@Tag("package-index")
@Timeout(600)
class KfpEnvironmentTest {
    @TempDir Path folder;

    @Test
    void makesTheEnvironmentOfAComponentOnceAndFindsItAgain() throws Exception {
        var pythons = PythonFinder.ofUser();
        var log = folder.resolve("supervisor.log");
        try (var processes = new SupervisedProcesses(pythons::require, folder, log)) {
            var environments = new UvEnvironments(folder.resolve("e"), pythons, processes);
            var specification =
                    new EnvironmentSpec(
                            "", List.of("tabulate==0.9.0", "kfp==2.17.0 --no-deps"), List.of());
            var sentences = new CopyOnWriteArrayList<String>();

            var made = environments.require(specification, sentences::add);
            var again = environments.require(specification, sentence -> {});

            assertThat(again).isEqualTo(made);
            assertThat(made.python()).isExecutable();
            assertThat(sentences).contains("Installing tabulate 0.9.0 (1 of 1)");
            assertThat(environments.isReady(specification)).isTrue();
            assertThat(folder.resolve("e")).isDirectoryNotContaining("glob:**/{draft-,output-}*");
        }
    }
}
