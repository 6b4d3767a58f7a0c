package io.github.binnacle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.binnacle.localengine.environment.PythonFinder;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs a pipeline as users do: command line, engine host, supervisor, process. */
@DisabledOnOs(OS.WINDOWS)
class HostRunTest {
    private static final String PIPELINE =
            """
            components:
              comp-greet:
                executorLabel: exec-greet
                inputDefinitions:
                  parameters:
                    name:
                      parameterType: STRING
                outputDefinitions:
                  parameters:
                    greeting:
                      parameterType: STRING
            deploymentSpec:
              executors:
                exec-greet:
                  container:
                    args: ["{{$.inputs.parameters['name']}}", "{{$.outputs.parameters['greeting'].output_file}}"]
                    command: [sh, -c, 'echo "now greeting $0"; mkdir -p "$(dirname "$1")"; printf "Hello, %s" "$0" > "$1"']
                    image: registry.example.com/none
            pipelineInfo:
              name: greeting
            root:
              dag:
                outputs:
                  parameters:
                    result:
                      valueFromParameter:
                        outputParameterKey: greeting
                        producerSubtask: greet
                tasks:
                  greet:
                    componentRef:
                      name: comp-greet
                    inputs:
                      parameters:
                        name:
                          componentInputParameter: who
                    taskInfo:
                      name: greet
              inputDefinitions:
                parameters:
                  who:
                    parameterType: STRING
              outputDefinitions:
                parameters:
                  result:
                    parameterType: STRING
            schemaVersion: 2.1.0
            sdkVersion: kfp-2.17.0
            """;

    @TempDir private Path folder;

    private record Answer(int code, String text) {}

    private Answer binnacle(String... args) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(Launcher.class.getName());
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("BINNACLE_HOME", folder.resolve("home").toString());
        File answer = folder.resolve("answer.txt").toFile();
        Process process = builder.redirectOutput(answer).start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), Files.readString(answer.toPath()));
    }

    @AfterEach
    void stopTheEngine() throws Exception {
        binnacle("engine", "stop");
    }

    @Test
    void runsAPipelineFromTheCommandLine() throws Exception {
        assumeTrue(PythonFinder.ofUser().any().isPresent(), "no Python here");
        Path file = Files.writeString(folder.resolve("greeting.yaml"), PIPELINE);

        Answer run =
                binnacle(
                        "run",
                        file.toString(),
                        "--trust",
                        "--allow-host-commands",
                        "-p",
                        "who=world");
        Answer logs = binnacle("runs", "logs", "1");

        assertThat(run.text()).contains("Run 1 succeeded after ", "result = Hello, world");
        assertThat(run.code()).isZero();
        assertThat(logs).isEqualTo(new Answer(0, "now greeting world\n"));
    }
}
