package io.github.binnacle.localengine.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class ContainerRuntimesTest {
    @TempDir Path folder;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

    @Test
    void takesTheClientWhoseEngineAnswers() throws Exception {
        client("podman", "exit 125");
        var docker = client("docker", "echo 29.1");

        assertThat(runtimes().find()).contains(docker);
    }

    @Test
    void prefersPodman() throws Exception {
        var podman = client("podman", "echo 5.7");
        client("docker", "echo 29.1");

        assertThat(runtimes().find()).contains(podman);
    }

    @Test
    void findsNothingWhenNoEngineAnswers() throws Exception {
        client("docker", "echo 'Cannot connect to the Docker daemon' >&2; exit 1");

        assertThat(runtimes().find()).isEmpty();
    }

    @Test
    void givesUpOnAnEngineThatHangs() throws Exception {
        client("docker", "exec /bin/sleep 1000");

        assertThat(runtimes().find()).isEmpty();
    }

    @Test
    void asksAgainAfterAMinute() throws Exception {
        var runtimes = runtimes();
        runtimes.find();
        var docker = client("docker", "echo 29.1");

        now.set(Instant.EPOCH.plusSeconds(30));
        var early = runtimes.find();
        now.set(Instant.EPOCH.plusSeconds(90));
        var late = runtimes.find();

        assertThat(early).isEmpty();
        assertThat(late).contains(docker);
    }

    private ContainerRuntimes runtimes() {
        return new ContainerRuntimes(Map.of("PATH", folder.toString()), now::get);
    }

    private Path client(String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
