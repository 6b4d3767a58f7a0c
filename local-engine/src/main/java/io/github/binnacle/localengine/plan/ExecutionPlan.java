package io.github.binnacle.localengine.plan;

import io.github.binnacle.localengine.environment.EnvironmentSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How one executor runs on this computer. */
public sealed interface ExecutionPlan {

    /**
     * A Python function under kfp's executor, in a warm worker.
     *
     * @param source text of the module; empty for a containerised component
     * @param module path of the module in the project; present for a containerised component only
     * @param function to call
     * @param importPath folders put first on Python's module path
     * @param extraArgs arguments after those of kfp's executor, placeholders not yet replaced
     */
    record PythonFunction(
            EnvironmentSpec environment,
            String source,
            Optional<Path> module,
            String function,
            List<Path> importPath,
            List<String> extraArgs)
            implements ExecutionPlan {
        public PythonFunction {
            importPath = List.copyOf(importPath);
            extraArgs = List.copyOf(extraArgs);
        }
    }

    /**
     * The container's command, run on this computer; {@code python3} in it is that of the
     * environment.
     *
     * @param environment present if the command is Python
     * @param command and its arguments, placeholders not yet replaced
     */
    record HostCommand(
            Optional<EnvironmentSpec> environment, List<String> command, List<String> args)
            implements ExecutionPlan {
        public HostCommand {
            command = List.copyOf(command);
            args = List.copyOf(args);
        }
    }

    /**
     * The container itself, through podman or docker.
     *
     * @param runtime the executable
     */
    record ContainerRun(Path runtime, String image, List<String> command, List<String> args)
            implements ExecutionPlan {
        public ContainerRun {
            command = List.copyOf(command);
            args = List.copyOf(args);
        }
    }

    /** KFP's create-a-volume component: a directory is made. */
    record CreatePvc() implements ExecutionPlan {}

    /** KFP's delete-a-volume component: the directory is removed. */
    record DeletePvc() implements ExecutionPlan {}
}
