package io.github.binnacle.localengine.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.localengine.supervisor.ProcessOrder.Limits;
import io.github.binnacle.localengine.supervisor.ProcessOrder.PythonTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Measures what a trivial task costs in a worker that has the real kfp. */
@Timeout(120)
class WarmWorkerTest {
    private static final int TASKS = 200;
    private static final Duration EXPECTED = Duration.ofMillis(8);

    @TempDir Path folder;

    @Test
    void runsTrivialTasksInMilliseconds() throws Exception {
        Path python = Pythons.withKfp();
        Path log = folder.resolve("supervisor.log");
        try (var processes = new SupervisedProcesses(() -> python, folder, log)) {
            run(processes, task(python, "first"));

            long[] nanos = new long[TASKS];
            for (int i = 0; i < TASKS; i++) {
                PythonTask task = task(python, "task" + i);
                long start = System.nanoTime();
                run(processes, task);
                nanos[i] = System.nanoTime() - start;
            }

            Arrays.sort(nanos);
            Duration median = Duration.ofNanos(nanos[TASKS / 2]);
            System.err.printf(
                    "a trivial task: median %s, 90 %% %s%n", median, nanos[TASKS * 9 / 10]);
            assertThat(median).isLessThan(EXPECTED.multipliedBy(10));
        }
    }

    private static void run(SupervisedProcesses processes, PythonTask task) throws Exception {
        assertThat(processes.start(task).await().exitCode()).isZero();
    }

    private PythonTask task(Path python, String name) throws IOException {
        Path place = Files.createDirectory(folder.resolve(name));
        String source = "from kfp import dsl\ndef f(n: int) -> int:\n    return n\n";
        String input =
                """
                {"inputs": {"parameterValues": {"n": 4}},
                 "outputs": {"parameters": {"Output": {"outputFile": "%1$s/Output"}},
                             "outputFile": "%1$s/executor_output.json"}}
                """
                        .formatted(place);
        return new PythonTask(
                folder.getFileName() + name,
                "kfp",
                python,
                ChildEnvironment.ofUser(),
                Files.writeString(place.resolve("ephemeral_component.py"), source),
                "f",
                Files.writeString(place.resolve("input.json"), input),
                Map.of(),
                List.of(),
                place,
                place.resolve("log.txt"),
                Limits.NONE);
    }
}
