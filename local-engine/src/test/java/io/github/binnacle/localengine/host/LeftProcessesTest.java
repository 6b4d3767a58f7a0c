package io.github.binnacle.localengine.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.run.Attempt;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.testkit.fake.FakeRunLedger;
import io.github.binnacle.testkit.fake.SampleRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class LeftProcessesTest {
    private Process process;

    @BeforeEach
    void startProcess() throws IOException {
        process = new ProcessBuilder("sleep", "300").start();
    }

    @AfterEach
    void endProcess() {
        process.destroyForcibly();
    }

    @Test
    void aProcessThatOutlivedItsEngineIsEnded() throws Exception {
        end(process.pid() + "/" + startTime() + "/" + bootId());

        assertThat(process.waitFor()).isNotZero();
    }

    @Test
    void aProcessThatGotTheSameNumberIsLeftAlone() throws Exception {
        end(process.pid() + "/1/" + bootId());
        end(process.pid() + "/" + startTime() + "/another-boot");
        end(Long.toString(process.pid()));
        end("");

        assertThat(process.isAlive()).isTrue();
    }

    private String startTime() throws IOException {
        var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[19];
    }

    private static String bootId() throws IOException {
        return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
    }

    private static void end(String identity) {
        var ledger = new FakeRunLedger();
        var run = ledger.createRun(SampleRuns.newRun(SampleRuns.id(1))).id();
        ledger.startTask(run, SampleRuns.root(1));
        ledger.startAttempt(
                run,
                TaskPath.ROOT,
                new Attempt(
                        1, new TaskState.Running(), SampleRuns.START, null, "", "", identity, 0));

        LeftProcesses.end(Stream.of(ledger.snapshot(run).orElseThrow()));
    }
}
