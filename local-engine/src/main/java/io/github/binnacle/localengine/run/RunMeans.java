package io.github.binnacle.localengine.run;

import io.github.binnacle.localengine.capacity.Capacity;
import io.github.binnacle.localengine.environment.Environments;
import io.github.binnacle.localengine.supervisor.TaskProcesses;
import java.util.Map;

/**
 * What runs are carried out with.
 *
 * @param environment variables that every process of a task gets
 */
public record RunMeans(
        TaskProcesses processes,
        Environments environments,
        Capacity capacity,
        Map<String, String> environment) {
    public RunMeans {
        environment = Map.copyOf(environment);
    }
}
