package io.github.binnacle.localengine.supervisor;

import com.sun.management.OperatingSystemMXBean;
import io.github.binnacle.localengine.supervisor.MachineFacts.MemoryLimits;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Looks at this computer. */
final class Machine {
    private static final long SECONDS = 3;

    private Machine() {}

    /**
     * Returns what there is for tasks.
     *
     * @param ready what the supervisor said when it started
     */
    static MachineFacts facts(Value.Struct ready) throws InterruptedException {
        return new MachineFacts(
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                        .getTotalMemorySize(),
                accelerators(),
                memoryLimits(ready));
    }

    private static MemoryLimits memoryLimits(Value.Struct ready) {
        if (SupervisorProtocol.text(ready, "platform").equals("win32")) {
            return MemoryLimits.JOB_OBJECT;
        }
        return SupervisorProtocol.text(ready, "cgroup").isEmpty()
                ? MemoryLimits.WATCHED
                : MemoryLimits.CONTROL_GROUP;
    }

    /** Asks NVIDIA's driver, the only one whose devices KFP's tasks are commonly given. */
    private static List<String> accelerators() throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder("nvidia-smi", "--query-gpu=name", "--format=csv,noheader")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try {
                process.getOutputStream().close();
                return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0
                        ? names(process)
                        : List.of();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException noDriver) {
            return List.of();
        }
    }

    private static List<String> names(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
