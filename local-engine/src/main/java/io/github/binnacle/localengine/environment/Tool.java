package io.github.binnacle.localengine.environment;

import io.github.binnacle.localengine.supervisor.ProcessEnd;
import io.github.binnacle.localengine.supervisor.ProcessOrder.Command;
import io.github.binnacle.localengine.supervisor.ProcessOrder.Limits;
import io.github.binnacle.localengine.supervisor.TaskProcesses;
import io.github.binnacle.localengine.supervisor.TaskProcesses.ProcessRefused;
import io.github.binnacle.localengine.supervisor.TaskProcesses.RunningProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Runs tools such as uv under the supervisor, so that nothing of theirs outlives the engine. */
final class Tool {
    private static final Duration LONGEST = Duration.ofMinutes(60);
    private static final Limits LIMITS = new Limits(LONGEST, Duration.ofSeconds(2), 0);

    private final TaskProcesses processes;
    private final Map<String, String> environment;

    Tool(TaskProcesses processes, Map<String, String> environment) {
        this.processes = processes;
        this.environment = Map.copyOf(environment);
    }

    /**
     * What a tool left.
     *
     * @param output both of its streams
     */
    record Result(boolean isSuccess, String output) {}

    Result run(Path folder, List<String> command) throws IOException, InterruptedException {
        return run(folder, command, Map.of(), line -> {});
    }

    /**
     * Runs a command to its end.
     *
     * @param folder to run it in, and for its log
     * @param more variables beside the usual ones
     * @param lines told each line of its output soon after it was printed, from another thread
     */
    Result run(Path folder, List<String> command, Map<String, String> more, Consumer<String> lines)
            throws IOException, InterruptedException {
        String token = UUID.randomUUID().toString();
        Path log = folder.resolve("output-" + token + ".log");
        try (GrowingLog output = new GrowingLog(log, lines)) {
            RunningProcess running =
                    processes.start(new Command(token, command, with(more), folder, log, LIMITS));
            ProcessEnd end = endOf(running);
            return new Result(isSuccess(end), output.finish());
        } catch (ProcessRefused e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static ProcessEnd endOf(RunningProcess running) throws InterruptedException {
        try {
            return running.await();
        } catch (InterruptedException e) {
            running.cancel(Duration.ZERO);
            throw e;
        }
    }

    private static boolean isSuccess(ProcessEnd end) {
        Integer exit = end.exitCode();
        return end.reason() == ProcessEnd.Reason.EXITED && exit != null && exit == 0;
    }

    private Map<String, String> with(Map<String, String> more) {
        Map<String, String> all = new java.util.HashMap<>(environment);
        all.putAll(more);
        return all;
    }
}
