package io.github.binnacle.localengine.run;

import static io.github.binnacle.localengine.run.EngineFixture.output;
import static io.github.binnacle.localengine.run.EngineFixture.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.localengine.supervisor.ProcessOrder;
import io.github.binnacle.localengine.supervisor.ProcessOrder.Command;
import io.github.binnacle.model.run.RunRequest.RunOptions;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.value.Value;
import io.github.binnacle.model.workplace.SecretSource.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the container and the platform document ask of this computer. */
class PodSettingsTest {
    @TempDir Path home;
    private EngineFixture fixture;

    @BeforeEach
    void start() {
        fixture = new EngineFixture(home);
        fixture.processes.on(
                "work",
                task -> {
                    Map<String, Value> seen = new LinkedHashMap<>();
                    task.environment().forEach((name, value) -> seen.put(name, Value.of(value)));
                    return task.returns("Output", Value.of(seen)).succeed();
                });
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static String pipeline(String container, String platform) {
        return Ir.pipeline(
                        "work() -> Output: STRUCT" + (container.isEmpty() ? "" : " # " + container),
                        """
                        inputDefinitions: {parameters: {which: {parameterType: STRING, defaultValue: my-secret}}}
                        dag: {tasks: {work: {componentRef: {name: comp-work}}}}
                        """)
                + (platform.isEmpty()
                        ? ""
                        : "---\nplatforms: {kubernetes: {deploymentSpec: {executors: {work: {"
                                + platform
                                + "}}}}}\n");
    }

    private Map<String, Value> environment(RunSnapshot run) {
        assertThat(run.run().problem()).isEmpty();
        return ((Value.Struct) output(run, "work", "Output")).fields();
    }

    private static final String SECRET =
            "secretAsEnv: [{secretNameParameter: {runtimeValue: {constant: my-secret}}, keyToEnv:"
                    + " [{secretKey: password, envVar: PASSWORD}], optional: false}]";

    @Test
    void givesVariablesSecretsConfigMapsAndLabels() throws Exception {
        fixture.secrets
                .with(Kind.SECRET, "my-secret", "password", "hunter2")
                .with(Kind.CONFIG_MAP, "my-map", "level", "high");
        String platform =
                SECRET
                        + ", configMapAsEnv: [{configMapNameParameter: {runtimeValue: {constant:"
                        + " my-map}}, keyToEnv: [{configMapKey: level, envVar: LEVEL}]}],"
                        + " podMetadata: {labels: {team: blue}}, fieldPathAsEnv: [{name: TEAM,"
                        + " fieldPath: \"metadata.labels['team']\"}]";

        var run = fixture.run(pipeline("env: [{name: MODE, value: fast}]", platform));

        assertThat(environment(run))
                .containsEntry("MODE", Value.of("fast"))
                .containsEntry("PASSWORD", Value.of("hunter2"))
                .containsEntry("LEVEL", Value.of("high"))
                .containsEntry("TEAM", Value.of("blue"));
    }

    @Test
    void takesTheNameOfASecretFromAnInputAndFailsTheTaskThatMissesIt() throws Exception {
        String byInput =
                SECRET.replace(
                        "runtimeValue: {constant: my-secret}", "componentInputParameter: which");
        fixture.secrets.with(Kind.SECRET, "other", "password", "swordfish");

        var found = fixture.run(pipeline("", byInput), Map.of("which", Value.of("other")));
        var missing = fixture.run(pipeline("", byInput));

        assertThat(environment(found)).containsEntry("PASSWORD", Value.of("swordfish"));
        assertThat(task(missing, "work").state()).isInstanceOf(TaskState.Failed.class);
        assertThat(missing.run().problem())
                .contains("Add it: binnacle secrets set my-secret password");
    }

    @Test
    void refusesARunThatMissesASecretByName() {
        var outcome =
                fixture.submit(pipeline("", SECRET), Map.of(), new RunOptions(true, true, false));

        assertThat(EngineFixture.refusals(outcome))
                .containsExactly(
                        "The step \"work\" cannot run here. It needs the key \"password\" of the"
                                + " secret \"my-secret\", which this computer does not have. Add it:"
                                + " binnacle secrets set my-secret password");
    }

    @Test
    void showsVolumesWhereTheTaskLooksForThem() throws Exception {
        Path place = home.resolve("mnt/data");
        Path secretPlace = home.resolve("mnt/secret");
        fixture.secrets.with(Kind.SECRET, "my-secret", "password", "hunter2");
        fixture.processes.on(
                "work",
                task -> {
                    Files.writeString(place.resolve("kept"), "volume");
                    String secret = Files.readString(secretPlace.resolve("password"));
                    return task.returns("Output", Value.of(Map.of("secret", Value.of(secret))))
                            .succeed();
                });
        String platform =
                "pvcMount: [{pvcNameParameter: {runtimeValue: {constant: claim}}, mountPath: '%s'}],"
                                .formatted(place)
                        + " secretAsVolume: [{secretNameParameter: {runtimeValue: {constant:"
                        + " my-secret}}, mountPath: '%s'}]".formatted(secretPlace);

        var run = fixture.run(pipeline("", platform));

        assertThat(run.run().state()).as(run.run().problem()).isEqualTo(RunState.SUCCEEDED);
        assertThat(output(run, "work", "Output"))
                .isEqualTo(Value.of(Map.of("secret", Value.of("hunter2"))));
        assertThat(home.resolve("volumes/claim/kept")).hasContent("volume");
        assertThat(place).doesNotExist();
    }

    @Test
    void refusesToMountWhereNothingCanBeMade() throws Exception {
        Path file = Files.writeString(home.resolve("file"), "");
        String platform =
                "emptyDirMounts: [{volumeName: scratch, mountPath: '%s/below'}]".formatted(file);

        var outcome =
                fixture.submit(pipeline("", platform), Map.of(), new RunOptions(true, true, false));

        assertThat(EngineFixture.refusals(outcome))
                .singleElement()
                .asString()
                .startsWith("The step \"work\" cannot run here. Nothing can be mounted at " + file);
    }

    @Test
    void holdsTasksToTheirLimitsOfTimeAndMemory() throws Exception {
        var run =
                fixture.run(
                        pipeline(
                                "resources: {resourceMemoryLimit: 2Gi}",
                                "activeDeadlineSeconds: '90'"));

        assertThat(run.run().state()).isEqualTo(RunState.SUCCEEDED);
        ProcessOrder order = fixture.processes.orders.getFirst();
        assertThat(order.limits().memoryBytes()).isEqualTo(2L << 30);
        assertThat(order.limits().timeout()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void refusesWhatThisComputerNeverHas() {
        var outcome =
                fixture.submit(
                        pipeline(
                                "resources: {resourceCpuRequest: '64', accelerator: {resourceType:"
                                        + " nvidia.com/gpu, resourceCount: '1'}}",
                                ""),
                        Map.of(),
                        new RunOptions(true, true, false));

        assertThat(EngineFixture.refusals(outcome))
                .containsExactly(
                        "The step \"work\" cannot run here. It asks for 64 CPUs, 1 nvidia.com/gpu,"
                                + " and this computer has 8 CPUs, 16.00 GiB of memory. Ask for less,"
                                + " or run it on a cluster.");
    }

    @Test
    void refusesADocumentThatIsNotTrustedYet() {
        var outcome = fixture.submit(pipeline("", ""), Map.of(), RunOptions.DEFAULT);

        assertThat(EngineFixture.refusals(outcome))
                .singleElement()
                .asString()
                .contains("is not trusted yet");
    }

    @Test
    void runsCommandsWithTheirPlaceholdersFilledIn() throws Exception {
        String pipeline =
                Ir.pipeline(
                        "say(who: STRING, more?: STRING) -> Output: STRING # image: host, command:"
                                + " [sh, -c], args: ['echo \"$0\"', \"hi"
                                + " {{$.inputs.parameters['who']}}\", '{\"IfPresent\": {\"InputName\":"
                                + " \"more\", \"Then\": [\"more\"], \"Else\": [\"no\", \"more\"]}}',"
                                + " '{\"Concat\": [\"a\", \"b\"]}']",
                        """
                        dag:
                          tasks:
                            say:
                              componentRef: {name: comp-say}
                              inputs: {parameters: {who: {runtimeValue: {constant: all}}}}
                        """);
        fixture.processes.on(
                "/usr/bin/sh", task -> task.returns("Output", Value.of("x")).succeed());

        var run = fixture.run(pipeline);

        assertThat(run.run().problem()).isEmpty();
        assertThat(((Command) fixture.processes.orders.getFirst()).argv())
                .containsExactly("/usr/bin/sh", "-c", "echo \"$0\"", "hi all", "no", "more", "ab");
    }

    @Test
    void failsACommandThatIsNotOnThisComputer() throws Exception {
        String pipeline =
                Ir.pipeline(
                        "say() # image: host, command: [no-such-command]",
                        "dag: {tasks: {say: {componentRef: {name: comp-say}}}}");

        var run = fixture.run(pipeline);

        assertThat(run.run().problem()).contains("\"no-such-command\" is not on this computer");
    }

    @Test
    void makesAndRemovesVolumes() throws Exception {
        String pipeline =
                Ir.pipeline(
                        """
                        createpvc(pvc_name?: STRING, pvc_name_suffix?: STRING) -> name: STRING # image: argostub/createpvc
                        deletepvc(pvc_name: STRING) # image: argostub/deletepvc
                        """,
                        """
                        dag:
                          tasks:
                            createpvc:
                              componentRef: {name: comp-createpvc}
                              inputs: {parameters: {pvc_name_suffix: {runtimeValue: {constant: -mine}}}}
                            deletepvc:
                              componentRef: {name: comp-deletepvc}
                              inputs: {parameters: {pvc_name: {taskOutputParameter: {producerTask: createpvc, outputParameterKey: name}}}}
                        """);

        var run = fixture.run(pipeline);

        assertThat(run.run().state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(((Value.Text) output(run, "createpvc", "name")).value()).endsWith("-mine");
        assertThat(home.resolve("volumes")).isEmptyDirectory();
    }
}
