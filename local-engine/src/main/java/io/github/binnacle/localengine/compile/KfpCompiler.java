package io.github.binnacle.localengine.compile;

import io.github.binnacle.localengine.environment.EnvironmentSpec;
import io.github.binnacle.localengine.environment.Environments;
import io.github.binnacle.localengine.environment.Environments.EnvironmentException;
import io.github.binnacle.localengine.environment.PythonEnvironment;
import io.github.binnacle.localengine.file.PrivateFolder;
import io.github.binnacle.localengine.supervisor.ChildEnvironment;
import io.github.binnacle.localengine.supervisor.ProcessEnd;
import io.github.binnacle.localengine.supervisor.ProcessOrder.Command;
import io.github.binnacle.localengine.supervisor.ProcessOrder.Limits;
import io.github.binnacle.localengine.supervisor.PythonSources;
import io.github.binnacle.localengine.supervisor.TaskProcesses;
import io.github.binnacle.localengine.supervisor.TaskProcesses.ProcessRefused;
import io.github.binnacle.localengine.supervisor.TaskProcesses.RunningProcess;
import io.github.binnacle.model.pipeline.PipelineCompiler;
import io.github.binnacle.model.problem.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Compiles Python files with the KFP SDK, in an environment of its own and a process of its own.
 *
 * <p>The environment holds the SDK alone at first. A file that imports more gets everything that
 * its project's {@code requirements.txt} names.
 */
public final class KfpCompiler implements PipelineCompiler {
    private static final Limits LIMITS =
            new Limits(Duration.ofMinutes(5), Duration.ofSeconds(2), 0);

    private final Environments environments;
    private final TaskProcesses processes;
    private final Path runtime;

    /**
     * @param runtime folder for our Python files
     */
    public KfpCompiler(Environments environments, TaskProcesses processes, Path runtime) {
        this.environments = environments;
        this.processes = processes;
        this.runtime = runtime.toAbsolutePath();
    }

    @Override
    public Outcome<String> compile(Path source, String pipeline, Consumer<String> progress)
            throws InterruptedException {
        Path file = source.toAbsolutePath().normalize();
        CompileProblems problems = new CompileProblems(file);
        try {
            if (!Files.isReadable(file)) {
                throw new IOException("it is not there, or you may not read it");
            }
            return compileIn(PrivateFolder.createDraft(runtime), file, pipeline, progress);
        } catch (IOException e) {
            return new Outcome.Refused<>(problems.unreadable(e));
        } catch (EnvironmentException e) {
            return new Outcome.Refused<>(problems.noEnvironment(e.getMessage()));
        }
    }

    private Outcome<String> compileIn(
            Path folder, Path source, String pipeline, Consumer<String> progress)
            throws IOException, EnvironmentException, InterruptedException {
        try {
            SdkRequirements sdk = SdkRequirements.of(source);
            Compilation compilation = new Compilation(folder, source, pipeline);
            Optional<CompileReport> report = run(compilation, sdk.alone(), progress);
            boolean mayHelp = !sdk.alone().equals(sdk.withProject());
            if (mayHelp && report.isPresent() && !report.get().missing().isEmpty()) {
                progress.accept(
                        "The file needs "
                                + report.get().missing()
                                + ": adding the project's packages");
                report = run(compilation, sdk.withProject(), progress);
            }
            return outcome(compilation, report);
        } finally {
            PrivateFolder.delete(folder);
        }
    }

    /** One file to compile, with a folder for what comes of it. */
    private record Compilation(Path folder, Path source, String pipeline) {
        Path output() {
            return folder.resolve("pipeline.yaml");
        }

        Path report() {
            return folder.resolve("report.json");
        }

        Path log() {
            return folder.resolve("log.txt");
        }
    }

    private Optional<CompileReport> run(
            Compilation compilation, EnvironmentSpec specification, Consumer<String> progress)
            throws IOException, EnvironmentException, InterruptedException {
        PythonEnvironment environment = environments.require(specification, progress);
        progress.accept("Compiling " + compilation.source().getFileName());
        Files.deleteIfExists(compilation.report());
        try {
            RunningProcess running = processes.start(order(compilation, environment));
            ProcessEnd end = await(running);
            return end.reason() == ProcessEnd.Reason.EXITED
                    ? CompileReport.read(compilation.report())
                    : Optional.empty();
        } catch (ProcessRefused e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private Command order(Compilation compilation, PythonEnvironment environment)
            throws IOException {
        Path main = PythonSources.extract(runtime).resolve("compile_pipeline.py");
        List<String> command =
                List.of(
                        environment.python().toString(),
                        "-B",
                        main.toString(),
                        compilation.source().toString(),
                        compilation.pipeline(),
                        compilation.output().toString(),
                        compilation.report().toString());
        Map<String, String> variables = new HashMap<>(ChildEnvironment.ofUser());
        variables.put("PYTHONWARNINGS", "ignore::FutureWarning");
        return new Command(
                UUID.randomUUID().toString(),
                command,
                variables,
                Objects.requireNonNull(compilation.source().getParent()),
                compilation.log(),
                LIMITS);
    }

    private static ProcessEnd await(RunningProcess running) throws InterruptedException {
        try {
            return running.await();
        } catch (InterruptedException e) {
            running.cancel(Duration.ZERO);
            throw e;
        }
    }

    private static Outcome<String> outcome(Compilation compilation, Optional<CompileReport> report)
            throws IOException {
        CompileProblems problems = new CompileProblems(compilation.source());
        if (report.isEmpty()) {
            String output =
                    new String(Files.readAllBytes(compilation.log()), StandardCharsets.UTF_8);
            return new Outcome.Refused<>(problems.ended(output));
        }
        return report.get().outcome().equals("compiled")
                ? new Outcome.Done<>(Files.readString(compilation.output()))
                : new Outcome.Refused<>(problems.of(report.get()));
    }
}
