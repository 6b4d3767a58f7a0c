package io.github.binnacle.localengine.host;

import io.github.binnacle.model.run.Attempt;
import io.github.binnacle.model.run.RunSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends processes of attempts that outlived their host.
 *
 * <p>The supervisor's guardian does this within moments of the host's death; this is the second
 * net. A process is only ended if number, start time and boot all are those recorded, so a number
 * that the system gave to another process is left alone.
 */
final class LeftProcesses {
    private static final Logger LOG = LoggerFactory.getLogger(LeftProcesses.class);
    private static final Duration GUARDIAN_LIMIT = Duration.ofSeconds(2);
    private static final int START_TIME = 19;

    private LeftProcesses() {}

    static void end(Stream<RunSnapshot> runs) {
        runs.flatMap(run -> run.tasks().stream())
                .flatMap(task -> task.attempts().stream())
                .map(Attempt::process)
                .flatMap(identity -> find(identity).stream())
                .toList()
                .forEach(LeftProcesses::end);
    }

    private static Optional<ProcessHandle> find(String identity) {
        List<String> parts = List.of(identity.split("/"));
        if (parts.size() != 3 || !parts.getFirst().matches("\\d{1,10}")) {
            return Optional.empty();
        }
        return isSame(parts)
                ? ProcessHandle.of(Long.parseLong(parts.getFirst()))
                : Optional.empty();
    }

    private static boolean isSame(List<String> identity) {
        try {
            Path stat = Path.of("/proc", identity.get(0), "stat");
            String afterName = Files.readString(stat).replaceFirst("(?s)^.*\\)\\s*", "");
            String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
            return afterName.split(" ")[START_TIME].equals(identity.get(1))
                    && boot.equals(identity.get(2));
        } catch (IOException e) {
            return false;
        }
    }

    private static void end(ProcessHandle process) {
        try {
            process.onExit().get(GUARDIAN_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("Process {} outlived its engine and is ended", process.pid());
            List<ProcessHandle> below = process.descendants().toList();
            process.destroyForcibly();
            below.forEach(ProcessHandle::destroyForcibly);
        } catch (ExecutionException e) {
            LOG.warn("Process {} could not be waited for", process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
