package io.github.binnacle.localengine.environment;

import io.github.binnacle.localengine.environment.Environments.EnvironmentException;
import io.github.binnacle.localengine.file.PrivateFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Finds the user's uv, or installs one of ours with pip. */
final class UvTool {
    private static final String NAME = File.separatorChar == '\\' ? "uv.exe" : "uv";

    private final Path folder;
    private final PythonFinder pythons;
    private final Tool tool;
    private final List<Path> places;
    private final ReentrantLock installing = new ReentrantLock();

    /**
     * @param folder of all environments
     * @param path value of the variable PATH
     * @param user home folder of the user
     */
    UvTool(Path folder, PythonFinder pythons, Tool tool, String path, Path user) {
        this.folder = folder;
        this.pythons = pythons;
        this.tool = tool;
        this.places =
                Stream.concat(
                                Stream.of(path.split(File.pathSeparator))
                                        .filter(entry -> !entry.isBlank())
                                        .map(Path::of),
                                Stream.of(
                                        user.resolve(".local").resolve("bin"),
                                        user.resolve(".cargo").resolve("bin"),
                                        Path.of("/opt/homebrew/bin")))
                        .map(place -> place.resolve(NAME))
                        .toList();
    }

    /** Returns the executable; the first time it may be installed. */
    Path require(Consumer<String> progress)
            throws EnvironmentException, IOException, InterruptedException {
        Optional<Path> found = places.stream().filter(Files::isExecutable).findFirst();
        return found.isPresent() ? found.get() : ours(progress);
    }

    private Path ours(Consumer<String> progress)
            throws EnvironmentException, IOException, InterruptedException {
        Path home = folder.resolve("uv");
        Path executable = home.resolve("bin").resolve(NAME);
        installing.lockInterruptibly();
        try {
            if (!Files.isExecutable(executable)) {
                progress.accept("Installing uv, which makes environments");
                install(home);
            }
            return executable;
        } finally {
            installing.unlock();
        }
    }

    private void install(Path home) throws EnvironmentException, IOException, InterruptedException {
        Path draft = PrivateFolder.createDraft(folder);
        try {
            Path python = pythons.require();
            Tool.Result result =
                    tool.run(
                            folder,
                            List.of(
                                    python.toString(),
                                    "-m",
                                    "pip",
                                    "install",
                                    "--quiet",
                                    "--disable-pip-version-check",
                                    "--target",
                                    draft.toString(),
                                    "uv"),
                            Map.of(),
                            line -> {});
            if (!result.isSuccess()) {
                throw new EnvironmentException(UvFailure.withoutUv(python, result.output()));
            }
            PrivateFolder.delete(home);
            Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            PrivateFolder.delete(draft);
        }
    }
}
