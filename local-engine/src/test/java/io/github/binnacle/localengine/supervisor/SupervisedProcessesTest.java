package io.github.binnacle.localengine.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binnacle.localengine.supervisor.ProcessOrder.Command;
import io.github.binnacle.localengine.supervisor.ProcessOrder.Limits;
import io.github.binnacle.localengine.supervisor.ProcessOrder.PythonTask;
import io.github.binnacle.localengine.supervisor.TaskProcesses.ProcessRefused;
import io.github.binnacle.localengine.supervisor.TaskProcesses.RunningProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SupervisedProcessesTest {
    private static final String HEAD = "from typing import *\nfrom kfp import dsl\n";

    @TempDir Path folder;
    private SupervisedProcesses processes;

    @BeforeEach
    void open() {
        Path python = Pythons.any();
        processes =
                new SupervisedProcesses(
                        () -> python, folder.resolve("runtime"), folder.resolve("supervisor.log"));
    }

    @AfterEach
    void close() {
        processes.close();
    }

    @Test
    void tellsHowACommandEndedAndKeepsWhatItPrinted() throws Exception {
        var order = command("a", Limits.NONE, "sh", "-c", "echo out; echo err >&2; exit 3");

        var end = processes.start(order).await();

        assertThat(end.reason()).isEqualTo(ProcessEnd.Reason.EXITED);
        assertThat(end.exitCode()).isEqualTo(3);
        assertThat(order.log()).hasContent("out\nerr\n");
    }

    @Test
    void refusesACommandThatIsNotThere() {
        var order = command("a", Limits.NONE, "no-such-command-here");

        assertThatThrownBy(() -> processes.start(order))
                .isInstanceOf(ProcessRefused.class)
                .hasMessageContaining("no-such-command-here");
    }

    @Test
    void endsAProcessThatIsCanceled() throws Exception {
        RunningProcess running = processes.start(command("a", Limits.NONE, "sleep", "1000"));

        running.cancel(Duration.ofSeconds(10));

        assertThat(running.await().reason()).isEqualTo(ProcessEnd.Reason.CANCELED);
    }

    @Test
    void endsAProcessWhoseTimeIsOver() throws Exception {
        var limits = new Limits(Duration.ofMillis(50), Duration.ofSeconds(1), 0);

        var end = processes.start(command("a", limits, "sleep", "1000")).await();

        assertThat(end.reason()).isEqualTo(ProcessEnd.Reason.TIMEOUT);
    }

    @Test
    void runsAPythonComponentInAWorker() throws Exception {
        var order = task("a", HEAD + "def f(n: int) -> int:\n    print('n is', n)\n    return n\n");

        var running = processes.start(order);
        var end = running.await();

        assertThat(end.exitCode()).as(() -> text(order.log())).isZero();
        assertThat(order.log()).content().contains("n is 4");
        assertThat(running.identity()).matches("\\d+/.+/.+");
    }

    @Test
    void tellsThoseWhoWaitWhenTheSupervisorIsGoneAndStartsAnotherForTheNext() throws Exception {
        RunningProcess lost = processes.start(command("a", Limits.NONE, "sleep", "1000"));
        parentOf(lost).destroyForcibly();

        var end = lost.await();
        var next = processes.start(command("b", Limits.NONE, "true")).await();

        assertThat(end.reason()).isEqualTo(ProcessEnd.Reason.LOST);
        assertThat(next.exitCode()).isZero();
    }

    @Test
    void knowsWhatThisComputerHas() throws Exception {
        var machine = processes.machine();

        assertThat(machine.processors()).isPositive();
        assertThat(machine.memoryBytes()).isGreaterThan(1 << 20);
        assertThat(machine.memoryLimits()).isNotNull();
    }

    @Test
    void startsNothingOnceClosed() {
        processes.close();

        assertThatThrownBy(() -> processes.start(command("a", Limits.NONE, "true")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void sweepsWhatAnAttemptLeftBehind() throws Exception {
        var order = command("a", Limits.NONE, "sleep", "1000");
        var token = Map.of("BINNACLE_ATTEMPT", order.token());
        var builder = new ProcessBuilder("sleep", "1000");
        builder.environment().putAll(token);
        var left = builder.start();

        processes.sweep(List.of(order.token()));

        assertThat(left.waitFor()).isNotZero();
    }

    private static ProcessHandle parentOf(RunningProcess running) {
        long pid = Long.parseLong(running.identity().split("/")[0]);
        return ProcessHandle.of(pid).flatMap(ProcessHandle::parent).orElseThrow();
    }

    private Command command(String name, Limits limits, String... argv) {
        return new Command(
                folder.getFileName() + name,
                List.of(argv),
                ChildEnvironment.ofUser(),
                folder,
                folder.resolve(name + ".log"),
                limits);
    }

    private PythonTask task(String name, String source) throws IOException {
        Path place = Files.createDirectory(folder.resolve(name));
        Path module = Files.writeString(place.resolve("ephemeral_component.py"), source);
        String input =
                """
                {"inputs": {"parameterValues": {"n": 4}},
                 "outputs": {"parameters": {"Output": {"outputFile": "%1$s/Output"}},
                             "outputFile": "%1$s/executor_output.json"}}
                """
                        .formatted(place);
        Map<String, String> environment = new java.util.HashMap<>(ChildEnvironment.ofUser());
        environment.put("PYTHONPATH", Pythons.standIn().toString());
        return new PythonTask(
                folder.getFileName() + name,
                "test",
                Pythons.any(),
                environment,
                module,
                "f",
                Files.writeString(place.resolve("input.json"), input),
                Map.of(),
                List.of(),
                place,
                place.resolve("log.txt"),
                Limits.NONE);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
