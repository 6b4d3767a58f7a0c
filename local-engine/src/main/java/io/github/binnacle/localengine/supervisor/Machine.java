package io.github.binnacle.localengine.supervisor;

import com.sun.management.OperatingSystemMXBean;
import io.github.binnacle.localengine.supervisor.MachineFacts.MemoryLimits;
import io.github.binnacle.model.value.Value;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;

/** Looks at this computer. */
final class Machine {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

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

    /** Asks NVIDIA's driver, whose devices are nearly all that KFP's tasks are given. */
    private static List<String> accelerators() throws InterruptedException {
        List<String> question = List.of("nvidia-smi", "--query-gpu=name", "--format=csv,noheader");
        return Question.ask(question, ChildEnvironment.ofUser(), PATIENCE)
                .orElse("")
                .lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
