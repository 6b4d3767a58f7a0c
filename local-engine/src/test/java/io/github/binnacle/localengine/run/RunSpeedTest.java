package io.github.binnacle.localengine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.RunState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Measures with real workers; the limits are ten times what is expected. */
@Tag("package-index")
@Timeout(300)
class RunSpeedTest {
    private static final Duration LONGEST = Duration.ofSeconds(120);

    @TempDir static Path home;
    private static RealEngine engine;

    @BeforeAll
    static void startWarm() throws Exception {
        engine = new RealEngine(home, 8);
        timed("warm up, with the making of the environment", chain(60, false), 6_000);
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    private static final String SOURCE =
            "from kfp import dsl\\nimport time\\ndef add(n: int) -> int:\\n    return n + 1\\n";

    private static String chain(int length, boolean isCached) {
        StringBuilder tasks = new StringBuilder();
        for (int i = 0; i < length; i++) {
            String source =
                    i == 0
                            ? "runtimeValue: {constant: 1}"
                            : "taskOutputParameter: {producerTask: t%d, outputParameterKey: Output}"
                                    .formatted(i - 1);
            tasks.append(task(i, source, isCached));
        }
        return pipeline(SOURCE, tasks.toString());
    }

    private static String task(int number, String source, boolean isCached) {
        return "    t%d: {componentRef: {name: comp-add}, cachingOptions: {enableCache: %s}, inputs: {parameters: {n: {%s}}}}\n"
                .formatted(number, isCached, source);
    }

    private static String wide(int width, String source) {
        StringBuilder tasks = new StringBuilder();
        for (int i = 0; i < width; i++) {
            tasks.append(task(i, "runtimeValue: {constant: %d}".formatted(i), false));
        }
        return pipeline(source, tasks.toString());
    }

    private static String pipeline(String source, String tasks) {
        return Ir.pipeline(
                        "add(n: NUMBER_INTEGER) -> Output: NUMBER_INTEGER",
                        "dag:\n  tasks:\n" + tasks)
                .replace(
                        "image: python",
                        "image: python, command: [sh, -ec, 'python3 -m kfp.dsl.executor_main"
                                + " --component_module_path \"$program_path/ephemeral_component.py\"',"
                                + " \""
                                + source
                                + "\"], args: [--executor_input, '{{$}}', --function_to_execute,"
                                + " add]");
    }

    private static RunSnapshot timed(String what, String pipeline, int millisLimit)
            throws InterruptedException {
        long start = System.nanoTime();
        Outcome<RunId> outcome = engine.submit(pipeline, Map.of());
        RunSnapshot run = engine.await(EngineFixture.done(outcome), LONGEST);
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.err.printf("%s: %d ms%n", what, millis);
        assertThat(run.run().state()).as(run.run().problem()).isEqualTo(RunState.SUCCEEDED);
        assertThat(millis).isLessThan(10L * millisLimit);
        return run;
    }

    @Test
    void runsAChainOfTwentyTasks() throws Exception {
        timed("a chain of 20 tasks", chain(20, false), 300);
        timed("a chain of 20 tasks", chain(20, false), 300);
        timed("a chain of 20 tasks", chain(20, false), 300);
    }

    @Test
    void runsEightSleepersSideBySide() throws Exception {
        String sleep = SOURCE.replace("return n + 1", "time.sleep(1)\\n    return n");

        timed("eight tasks of a second", wide(8, sleep), 1_500);
    }

    @Test
    void takesAThousandCachedTasksFromTheCache() throws Exception {
        timed("a chain of 500 tasks, run", chain(500, true), 8_000);
        timed("a chain of 500 tasks, cached", chain(500, true), 700);
        timed("a chain of 500 tasks, cached", chain(500, true), 700);
    }

    @Test
    void runsTwoThousandTasks() throws Exception {
        timed("2,000 independent tasks", wide(2_000, SOURCE), 25_000);
    }
}
