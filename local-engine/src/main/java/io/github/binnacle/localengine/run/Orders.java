package io.github.binnacle.localengine.run;

import io.github.binnacle.localengine.environment.PythonEnvironment;
import io.github.binnacle.localengine.file.PrivateFolder;
import io.github.binnacle.localengine.plan.ExecutionPlan;
import io.github.binnacle.localengine.supervisor.ProcessOrder;
import io.github.binnacle.localengine.supervisor.ProcessOrder.Command;
import io.github.binnacle.localengine.supervisor.ProcessOrder.Limits;
import io.github.binnacle.localengine.supervisor.ProcessOrder.PythonTask;
import io.github.binnacle.model.placeholder.PlaceholderException;
import io.github.binnacle.model.placeholder.Placeholders;
import io.github.binnacle.model.run.RuntimeArtifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Makes the order for an attempt's process, and the files that it reads. Safe on any thread. */
final class Orders {
    private final RunFacts run;
    private final Map<String, String> base;
    private final Map<String, Path> sources = new ConcurrentHashMap<>();

    /**
     * @param base variables that every process gets
     */
    Orders(RunFacts run, Map<String, String> base) {
        this.run = run;
        this.base = base;
    }

    /**
     * One attempt, ready but for its order.
     *
     * @param environment null if its plan needs none
     * @param variables of its own
     */
    record Prepared(
            ExecutorTask task,
            ExecutorInput input,
            AttemptFolder folder,
            @Nullable PythonEnvironment environment,
            Map<String, String> variables,
            List<PodEnvironment.Bind> binds,
            String token) {
        PythonEnvironment requiredEnvironment() {
            if (environment == null) {
                throw new IllegalStateException("no environment for " + task.label());
            }
            return environment;
        }

        Limits limits() {
            return new Limits(
                    task.pod().timeout(), Limits.NONE.grace(), task.resources().memoryLimit());
        }
    }

    ProcessOrder order(Prepared attempt) throws IOException, TaskFailure {
        Files.writeString(attempt.folder().executorInput(), attempt.input().json());
        return switch (attempt.task().plan()) {
            case ExecutionPlan.PythonFunction plan when plan.extraArgs().isEmpty() ->
                    python(attempt, plan);
            case ExecutionPlan.PythonFunction plan -> pythonCommand(attempt, plan);
            case ExecutionPlan.HostCommand plan ->
                    command(attempt, words(attempt, plan.command(), plan.args()));
            case ExecutionPlan.ContainerRun plan -> container(attempt, plan);
            case ExecutionPlan.CreatePvc _, ExecutionPlan.DeletePvc _ ->
                    throw new IllegalStateException("volumes need no process");
        };
    }

    private PythonTask python(Prepared attempt, ExecutionPlan.PythonFunction plan)
            throws IOException {
        PythonEnvironment environment = attempt.requiredEnvironment();
        return new PythonTask(
                attempt.token(),
                environment.key(),
                environment.python(),
                CommandLines.withPath(base, environment),
                module(attempt.task(), plan),
                plan.function(),
                attempt.folder().executorInput(),
                attempt.variables(),
                plan.importPath(),
                attempt.folder().work(),
                attempt.folder().log(),
                attempt.limits());
    }

    /** Further arguments are rare, and go through a command line. */
    private Command pythonCommand(Prepared attempt, ExecutionPlan.PythonFunction plan)
            throws IOException, TaskFailure {
        List<String> words = new ArrayList<>();
        words.addAll(List.of("python3", "-m", "kfp.dsl.executor_main"));
        words.addAll(List.of("--component_module_path", module(attempt.task(), plan).toString()));
        words.addAll(List.of("--executor_input", attempt.input().json()));
        words.addAll(List.of("--function_to_execute", plan.function()));
        words.addAll(words(attempt, List.of(), plan.extraArgs()));
        Map<String, String> variables = new LinkedHashMap<>(attempt.variables());
        if (plan.module().isEmpty()) {
            variables.put("_KFP_RUNTIME", "true");
        }
        return command(attempt, words, variables);
    }

    private Path module(ExecutorTask task, ExecutionPlan.PythonFunction plan) throws IOException {
        if (plan.module().isPresent()) {
            return plan.module().get();
        }
        Path known = sources.get(task.label());
        return known == null ? writeSource(task.label(), plan.source()) : known;
    }

    /** One file for all tasks of an executor, entered whole. */
    private synchronized Path writeSource(String label, String source) throws IOException {
        Path folder = run.folder().resolve(".sources").resolve(SafeName.of(label));
        Path file = PrivateFolder.create(folder).resolve("ephemeral_component.py");
        if (!sources.containsKey(label)) {
            Files.writeString(file, source);
            sources.put(label, file);
        }
        return file;
    }

    private Command command(Prepared attempt, List<String> words) throws TaskFailure {
        return command(attempt, words, attempt.variables());
    }

    private Command command(Prepared attempt, List<String> words, Map<String, String> variables)
            throws TaskFailure {
        Map<String, String> all =
                new LinkedHashMap<>(CommandLines.withPath(base, attempt.environment()));
        all.putAll(variables);
        String path = all.getOrDefault("PATH", "");
        return new Command(
                attempt.token(),
                CommandLines.onHost(words, path, attempt.environment()),
                all,
                attempt.folder().work(),
                attempt.folder().log(),
                attempt.limits());
    }

    private Command container(Prepared attempt, ExecutionPlan.ContainerRun plan)
            throws TaskFailure {
        Map<String, String> variables = new LinkedHashMap<>(base);
        variables.putAll(attempt.variables());
        List<String> words = words(attempt, plan.command(), plan.args());
        ContainerArguments.Places places =
                new ContainerArguments.Places(readable(attempt.input()), attempt.binds());
        return new Command(
                attempt.token(),
                ContainerArguments.of(plan, words, attempt, places),
                variables,
                attempt.folder().work(),
                attempt.folder().log(),
                attempt.limits());
    }

    /** Removes the container of an attempt, running or not. */
    Command removal(Prepared attempt, ExecutionPlan.ContainerRun plan) {
        return new Command(
                attempt.token() + "-rm",
                List.of(plan.runtime().toString(), "rm", "--force", attempt.token()),
                base,
                attempt.folder().work(),
                attempt.folder().folder().resolve("removal.txt"),
                Limits.NONE);
    }

    private static Set<Path> readable(ExecutorInput input) {
        Set<Path> places = new LinkedHashSet<>();
        for (List<RuntimeArtifact> artifacts : input.inputs().artifacts().values()) {
            for (RuntimeArtifact artifact : artifacts) {
                LocalUris.path(artifact.uri()).filter(Files::exists).ifPresent(places::add);
            }
        }
        return places;
    }

    private List<String> words(Prepared attempt, List<String> command, List<String> args)
            throws TaskFailure {
        List<String> written = new ArrayList<>(command);
        written.addAll(args);
        try {
            return Placeholders.resolveCommand(
                    written,
                    new TaskPlaceholders(attempt.input(), run, attempt.task().work().path()));
        } catch (PlaceholderException e) {
            throw TaskFailure.of(
                    "run.command-placeholder", Map.of("detail", String.valueOf(e.getMessage())));
        }
    }
}
