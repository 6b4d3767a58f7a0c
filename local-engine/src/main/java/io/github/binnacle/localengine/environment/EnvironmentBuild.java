package io.github.binnacle.localengine.environment;

import io.github.binnacle.localengine.environment.Environments.EnvironmentException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Makes one environment in a folder, with uv. */
final class EnvironmentBuild {
    private static final Pattern KFP = Pattern.compile("kfp\\s*(\\[.*)?([=<>!~@;].*)?");
    private static final String RUNTIME_CHECK =
            """
            try:
                import kfp.dsl.executor_main
            except ModuleNotFoundError:
                import kfp.components.executor_main
            """;

    private final Tool tool;
    private final Path uv;
    private final Path folder;
    private final Map<String, String> indexes;
    private final Consumer<String> progress;

    /**
     * @param folder empty; becomes the environment
     * @param indexes variables that tell uv where packages are
     */
    EnvironmentBuild(
            Tool tool,
            Path uv,
            Path folder,
            Map<String, String> indexes,
            Consumer<String> progress) {
        this.tool = tool;
        this.uv = uv;
        this.folder = folder;
        this.indexes = indexes;
        this.progress = progress;
    }

    /** Returns the interpreter of an environment in a folder. */
    static Path interpreter(Path folder) {
        return File.separatorChar == '\\'
                ? folder.resolve("Scripts").resolve("python.exe")
                : folder.resolve("bin").resolve("python");
    }

    /** Makes the environment, whose record is still to be written. */
    EnvironmentRecord make(EnvironmentSpec specification, PythonFinder.Match found)
            throws EnvironmentException, IOException, InterruptedException {
        Python python = found.python();
        progress.accept("Making an environment with Python " + python.version());
        venv(python);
        List<String> whole = new ArrayList<>();
        List<String> alone = new ArrayList<>();
        for (String line : specification.requirements()) {
            boolean isAlone = line.endsWith(EnvironmentSpec.WITHOUT_DEPENDENCIES);
            (isAlone ? alone : whole).add(withoutMark(line));
        }
        install(whole, List.of(), python);
        install(alone, List.of("--no-deps"), python);
        completeKfp(alone, python);
        List<String> lock = lock();
        return new EnvironmentRecord(
                digest(python, lock),
                python.version(),
                found.warning(),
                specification.requirements(),
                lock);
    }

    private static String withoutMark(String line) {
        return line.endsWith(EnvironmentSpec.WITHOUT_DEPENDENCIES)
                ? line.substring(0, line.length() - EnvironmentSpec.WITHOUT_DEPENDENCIES.length())
                : line;
    }

    private void venv(Python python)
            throws EnvironmentException, IOException, InterruptedException {
        Tool.Result result =
                uv(
                        List.of(
                                "venv",
                                "--quiet",
                                "--no-project",
                                "--relocatable",
                                "--python",
                                python.path().toString(),
                                folder.toString()),
                        line -> {});
        if (!result.isSuccess()) {
            throw new EnvironmentException(
                    UvFailure.of(List.of("An environment"), python, result.output()));
        }
    }

    private void install(List<String> requirements, List<String> options, Python python)
            throws EnvironmentException, IOException, InterruptedException {
        if (requirements.isEmpty()) {
            return;
        }
        Path file = folder.resolve("requirements.txt");
        Files.write(file, requirements);
        List<String> command = new ArrayList<>(List.of("pip", "install", "--requirement"));
        command.addAll(List.of(file.toString(), "--python", interpreter(folder).toString()));
        command.addAll(options);
        Tool.Result result = uv(command, new UvProgress(progress));
        if (!result.isSuccess() && UvFailure.isNetwork(result.output())) {
            progress.accept(
                    "The package index cannot be reached; trying what was downloaded before");
            command.add("--offline");
            Tool.Result offline = uv(command, new UvProgress(progress));
            result = offline.isSuccess() ? offline : result;
        }
        Files.delete(file);
        if (!result.isSuccess()) {
            throw new EnvironmentException(UvFailure.of(requirements, python, result.output()));
        }
    }

    /** Sees that kfp's runtime can be imported, and installs what it depends on if it must. */
    private void completeKfp(List<String> alone, Python python)
            throws EnvironmentException, IOException, InterruptedException {
        List<String> kfp = alone.stream().filter(line -> KFP.matcher(line).matches()).toList();
        if (kfp.isEmpty() || hasRuntime()) {
            return;
        }
        progress.accept("Installing what this version of kfp depends on");
        install(kfp, List.of(), python);
        if (!hasRuntime()) {
            throw new EnvironmentException(
                    kfp.getFirst()
                            + " was installed in Python "
                            + python.version()
                            + ", but its runtime cannot be imported there. Compile the pipeline with"
                            + " another version of kfp, or use another Python.");
        }
    }

    private boolean hasRuntime() throws IOException, InterruptedException {
        List<String> command = List.of(interpreter(folder).toString(), "-c", RUNTIME_CHECK);
        return tool.run(outside(), command, Map.of("_KFP_RUNTIME", "true"), line -> {}).isSuccess();
    }

    private List<String> lock() throws IOException, InterruptedException {
        Tool.Result result =
                uv(
                        List.of(
                                "pip",
                                "freeze",
                                "--quiet",
                                "--python",
                                interpreter(folder).toString()),
                        line -> {});
        if (!result.isSuccess()) {
            throw new IOException(
                    "uv cannot list the packages of an environment: " + result.output());
        }
        return result.output().lines().filter(line -> !line.isBlank()).sorted().toList();
    }

    private Tool.Result uv(List<String> arguments, Consumer<String> lines)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(uv.toString()));
        command.addAll(arguments);
        Map<String, String> variables = new LinkedHashMap<>(indexes);
        variables.put("NO_COLOR", "1");
        variables.put("UV_PYTHON_DOWNLOADS", "never");
        return tool.run(outside(), command, variables, lines);
    }

    /** Tools are run, and log, beside the environment. */
    private Path outside() {
        return java.util.Objects.requireNonNull(folder.getParent());
    }

    private static String digest(Python python, List<String> lock) {
        String all =
                String.join(
                        "\n",
                        python.version(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        String.join("\n", lock));
        return digest(all);
    }

    static String digest(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)))
                    .substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
