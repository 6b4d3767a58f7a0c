package io.github.binnacle.localengine.plan;

import io.github.binnacle.localengine.container.ContainerRuntimes;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds commands on the PATH of an environment. */
public final class ThisComputer implements LocalMeans {
    private final List<String> folders;
    private final List<String> endings;
    private final Supplier<Optional<Path>> containerRuntime;

    /**
     * @param environment variables, of which PATH and (on Windows) PATHEXT count
     * @param containerRuntime finds a usable podman or docker
     */
    public ThisComputer(
            Map<String, String> environment, Supplier<Optional<Path>> containerRuntime) {
        folders = List.of(environment.getOrDefault("PATH", "").split(File.pathSeparator));
        boolean isWindows = File.separatorChar == '\\';
        endings =
                isWindows
                        ? List.of(environment.getOrDefault("PATHEXT", ".EXE;.CMD;.BAT").split(";"))
                        : List.of("");
        this.containerRuntime = containerRuntime;
    }

    /** Describes this computer as it is now, with the containers it can run. */
    public static ThisComputer of(Map<String, String> environment, InstantSource clock) {
        ContainerRuntimes runtimes = new ContainerRuntimes(environment, clock);
        return new ThisComputer(environment, () -> usable(runtimes));
    }

    private static Optional<Path> usable(ContainerRuntimes runtimes) {
        try {
            return runtimes.find();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public Optional<Path> containerRuntime() {
        return containerRuntime.get();
    }

    @Override
    public Optional<Path> command(String name) {
        boolean isPath = name.contains("/") || name.contains(File.separator);
        try {
            return (isPath ? Stream.of(Path.of(name)) : onPath(name))
                    .filter(Files::isRegularFile)
                    .filter(Files::isExecutable)
                    .findFirst();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private Stream<Path> onPath(String name) {
        return folders.stream()
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> endings.stream().map(ending -> Path.of(folder, name + ending)));
    }
}
