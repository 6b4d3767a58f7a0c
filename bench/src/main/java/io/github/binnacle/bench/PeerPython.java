package io.github.binnacle.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the peers' Python programs with the real kfp in an environment of the bench's own. */
public final class PeerPython {
    private static final String KFP = "kfp==2.17.0";
    private static final Duration LIMIT = Duration.ofMinutes(15);

    private final Path scripts;
    private final Path environment;
    private final Path folder;

    PeerPython(Path project, Path folder) {
        this.scripts = project.resolve(Path.of("bench", "src", "main", "python"));
        this.environment = project.resolve(Path.of(".binnacle-build", "peers"));
        this.folder = folder;
    }

    /** Returns the interpreter that has kfp, making its environment first if it is not there. */
    public synchronized Path python() throws IOException, InterruptedException {
        Path python = environment.resolve(Path.of("bin", "python"));
        Path marker = environment.resolve("made-with-" + KFP);
        if (!Files.exists(marker)) {
            run("", List.of("python3", "-m", "venv", "--clear", environment.toString()));
            run("", List.of(python.toString(), "-m", "pip", "install", "--quiet", KFP));
            Files.createFile(marker);
        }
        return python;
    }

    /** Runs one of the bench's scripts and returns what it printed. */
    public String script(String input, String name, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(python().toString());
        command.add(scripts.resolve(name).toString());
        command.addAll(List.of(arguments));
        return run(input, command);
    }

    /**
     * Runs a command and returns its standard output.
     *
     * @throws IOException if it fails or takes longer than a quarter of an hour
     */
    public String run(String input, List<String> command) throws IOException, InterruptedException {
        Path in = Files.writeString(Files.createTempFile(folder, "in", ".txt"), input);
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path error = Files.createTempFile(folder, "error", ".txt");
        Process process =
                new ProcessBuilder(command)
                        .redirectInput(in.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(error.toFile())
                        .start();
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("took longer than " + LIMIT + ": " + command);
            }
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new IOException(command + " failed: " + Files.readString(error));
        }
        return Files.readString(out);
    }
}
