package io.github.binnacle.localengine.run;

import static io.github.binnacle.localengine.run.EngineFixture.output;
import static io.github.binnacle.localengine.run.EngineFixture.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.run.RunRequest.RunOptions;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachingTest {
    private static final String COMPONENTS =
            """
            make(n?: NUMBER_INTEGER = 1) -> Output: STRING, data: @Dataset
            read(data: @Dataset) -> Output: STRING
            """;

    @TempDir Path home;
    private EngineFixture fixture;

    @BeforeEach
    void start() {
        fixture = new EngineFixture(home);
        fixture.processes.on(
                "make",
                task -> {
                    Files.writeString(task.outputArtifact("data"), "rows");
                    return task.returns("Output", Value.of("made")).succeed();
                });
        fixture.processes.on("read", task -> task.returns("Output", Value.of("read")).succeed());
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static String pipeline(int n) {
        return Ir.pipeline(
                COMPONENTS,
                """
                dag:
                  tasks:
                    make:
                      componentRef: {name: comp-make}
                      cachingOptions: {enableCache: true}
                      inputs: {parameters: {n: {runtimeValue: {constant: %d}}}}
                    read:
                      componentRef: {name: comp-read}
                      cachingOptions: {enableCache: true}
                      inputs: {artifacts: {data: {taskOutputArtifact: {producerTask: make, outputArtifactKey: data}}}}
                """
                        .formatted(n));
    }

    private static boolean isCached(RunSnapshot run, String path) {
        return task(run, path).state() instanceof TaskState.Cached;
    }

    @Test
    void takesTheOutputsOfAnEarlierRun() throws Exception {
        RunSnapshot first = fixture.run(pipeline(4));

        RunSnapshot second = fixture.run(pipeline(4));

        assertThat(task(second, "make").state())
                .isEqualTo(new TaskState.Cached(first.run().id(), TaskPath.of("make")));
        assertThat(task(second, "make").outputs()).isEqualTo(task(first, "make").outputs());
        assertThat(output(second, "read", "Output")).isEqualTo(Value.of("read"));
        assertThat(fixture.processes.orders).hasSize(2);
    }

    @Test
    void findsConsumersAgainByTheContentOfTheirInputs() throws Exception {
        fixture.run(pipeline(4));

        RunSnapshot other = fixture.run(pipeline(5));

        assertThat(isCached(other, "make")).isFalse();
        assertThat(isCached(other, "read")).isTrue();
    }

    @Test
    void runsAgainWithAnotherEnvironmentOrWhenToldTo() throws Exception {
        fixture.run(pipeline(4));

        RunSnapshot told =
                fixture.await(
                        EngineFixture.done(
                                fixture.submit(
                                        pipeline(4),
                                        Map.of(),
                                        new RunOptions(false, true, false))));
        fixture.restart();
        fixture.environments.key = "lock-2";
        RunSnapshot other = fixture.run(pipeline(4));

        assertThat(isCached(told, "make")).isFalse();
        assertThat(isCached(other, "make")).isFalse();
    }

    @Test
    void missesWhenTheFileHasChangedOrIsGone() throws Exception {
        RunSnapshot first = fixture.run(pipeline(4));
        Path file = Path.of(task(first, "make").outputs().artifacts().get("data").getFirst().uri());
        Files.delete(file);
        RunSnapshot afterLoss = fixture.run(pipeline(4));
        Path made =
                Path.of(task(afterLoss, "make").outputs().artifacts().get("data").getFirst().uri());
        Files.delete(made);
        Files.writeString(made, "other rows");

        RunSnapshot afterChange = fixture.run(pipeline(4));

        assertThat(isCached(afterLoss, "make")).isFalse();
        assertThat(isCached(afterChange, "make")).isFalse();
    }

    @Test
    void neverTakesWhatFailed() throws Exception {
        fixture.processes.on("make", task -> FakeProcesses.exit(1));
        fixture.run(pipeline(4));

        RunSnapshot again = fixture.run(pipeline(4));

        assertThat(task(again, "make").state()).isInstanceOf(TaskState.Failed.class);
        assertThat(fixture.processes.orders).hasSize(2);
    }

    @Test
    void hitsWithinARun() throws Exception {
        String pipeline =
                Ir.pipeline(
                        COMPONENTS,
                        """
                        dag:
                          tasks:
                            make: {componentRef: {name: comp-make}, cachingOptions: {enableCache: true}}
                            again: {componentRef: {name: comp-make}, cachingOptions: {enableCache: true}, dependentTasks: [make]}
                        """);

        RunSnapshot run = fixture.run(pipeline);

        assertThat(task(run, "again").state())
                .isEqualTo(new TaskState.Cached(run.run().id(), TaskPath.of("make")));
    }

    @Test
    void goesByTheUsersKeyWhereThereIsOne() throws Exception {
        String keyed = "{enableCache: true, cacheKey: mine}";
        fixture.run(pipeline(4).replaceFirst("\\{enableCache: true}", keyed));

        RunSnapshot other = fixture.run(pipeline(5).replaceFirst("\\{enableCache: true}", keyed));

        assertThat(isCached(other, "make")).isTrue();
    }
}
