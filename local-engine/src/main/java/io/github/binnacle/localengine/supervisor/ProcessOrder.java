package io.github.binnacle.localengine.supervisor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to start. Standard output and error both go to {@code log}, in order, while they stream. */
public sealed interface ProcessOrder {
    /**
     * Names the attempt; never used again, so that what it leaves behind can be found. At most 128
     * ASCII characters.
     */
    String token();

    Path folder();

    Path log();

    Limits limits();

    /**
     * @param environment the complete environment
     */
    record Command(
            String token,
            List<String> argv,
            Map<String, String> environment,
            Path folder,
            Path log,
            Limits limits)
            implements ProcessOrder {
        public Command {
            argv = List.copyOf(argv);
            environment = Map.copyOf(environment);
        }
    }

    /**
     * A KFP Python component, run by a warm worker.
     *
     * @param workerKey one worker per key, such as the environment's key
     * @param python interpreter of the environment
     * @param workerEnvironment complete environment of the worker
     * @param module file with the component's source
     * @param function name of the component's function in it
     * @param executorInput file with the ExecutorInput as JSON
     * @param environment variables added for this task
     * @param importPath folders put first on Python's module path
     */
    record PythonTask(
            String token,
            String workerKey,
            Path python,
            Map<String, String> workerEnvironment,
            Path module,
            String function,
            Path executorInput,
            Map<String, String> environment,
            List<Path> importPath,
            Path folder,
            Path log,
            Limits limits)
            implements ProcessOrder {
        public PythonTask {
            workerEnvironment = Map.copyOf(workerEnvironment);
            environment = Map.copyOf(environment);
            importPath = List.copyOf(importPath);
        }
    }

    /**
     * @param timeout null for none
     * @param grace between asking to stop and killing
     * @param memoryBytes limit on the resident size of the whole tree; 0 for none
     */
    record Limits(@Nullable Duration timeout, Duration grace, long memoryBytes) {
        public static final Limits NONE = new Limits(null, Duration.ofSeconds(10), 0);
    }
}
