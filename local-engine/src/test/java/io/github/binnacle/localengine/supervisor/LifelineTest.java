package io.github.binnacle.localengine.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class LifelineTest {
    private static final String HOSTILE =
            "trap '' TERM HUP; (setsid sleep 1000 &) ; sleep 1000 & echo $! > child; wait";

    @TempDir Path folder;

    @Test
    void leavesNothingRunningWhenTheHostIsKilled() throws Exception {
        Process host = startHost();
        ProcessHandle root = root(host);
        ProcessHandle supervisor = root.parent().orElseThrow();
        List<ProcessHandle> tree = Stream.concat(Stream.of(root), root.descendants()).toList();

        host.destroyForcibly().waitFor();

        for (ProcessHandle process : tree) {
            process.onExit().join();
        }
        supervisor.onExit().join();
        assertThat(tree).noneMatch(ProcessHandle::isAlive);
    }

    private Process startHost() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingHost.class.getName(),
                        Pythons.any().toString(),
                        folder.toString(),
                        HOSTILE)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static ProcessHandle root(Process host) throws IOException {
        try (BufferedReader lines = host.inputReader()) {
            String identity = lines.readLine();
            assertThat(identity).isNotNull();
            return ProcessHandle.of(Long.parseLong(identity.split("/")[0])).orElseThrow();
        }
    }
}
