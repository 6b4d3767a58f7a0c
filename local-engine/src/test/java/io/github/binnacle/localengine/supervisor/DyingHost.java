package io.github.binnacle.localengine.supervisor;

import io.github.binnacle.localengine.supervisor.ProcessOrder.Command;
import io.github.binnacle.localengine.supervisor.ProcessOrder.Limits;
import java.nio.file.Path;
import java.util.List;

/** A host that starts a tree of processes, says so, and waits to be killed. */
final class DyingHost {
    private DyingHost() {}

    /**
     * @param arguments interpreter of the supervisor, folder to work in, shell script to start
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        var processes =
                new SupervisedProcesses(
                        () -> Path.of(arguments[0]),
                        folder.resolve("runtime"),
                        folder.resolve("supervisor.log"));
        var command =
                new Command(
                        "dying-host",
                        List.of("sh", "-c", arguments[2]),
                        ChildEnvironment.ofUser(),
                        folder,
                        folder.resolve("log.txt"),
                        Limits.NONE);
        System.out.println(processes.start(command).identity());
        Thread.sleep(Long.MAX_VALUE);
    }
}
