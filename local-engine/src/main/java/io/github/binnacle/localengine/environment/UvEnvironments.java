package io.github.binnacle.localengine.environment;

import io.github.binnacle.localengine.file.PrivateFolder;
import io.github.binnacle.localengine.supervisor.ChildEnvironment;
import io.github.binnacle.localengine.supervisor.TaskProcesses;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes environments with uv: one folder for each specification, shared by all runs.
 *
 * <p>An environment is made in a draft folder and renamed when it is whole, so a folder is an
 * environment or is not there, whatever was killed when.
 */
public final class UvEnvironments implements Environments {
    private static final Logger LOG = LoggerFactory.getLogger(UvEnvironments.class);

    private final Path folder;
    private final PythonFinder pythons;
    private final Tool tool;
    private final UvTool uv;
    private final PipSettings pip;
    private final InstantSource clock;
    private final SharedMaking making = new SharedMaking(this::make);

    /**
     * @param folder where environments are kept
     * @param processes runs uv
     */
    public UvEnvironments(Path folder, PythonFinder pythons, TaskProcesses processes) {
        this(
                folder,
                pythons,
                processes,
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                InstantSource.system());
    }

    UvEnvironments(
            Path folder,
            PythonFinder pythons,
            TaskProcesses processes,
            Map<String, String> environment,
            Path user,
            InstantSource clock) {
        this.clock = clock;
        this.folder = folder.toAbsolutePath();
        this.pythons = pythons;
        this.tool = new Tool(processes, forTools(environment));
        this.uv =
                new UvTool(this.folder, pythons, tool, environment.getOrDefault("PATH", ""), user);
        this.pip = PipSettings.of(environment, user);
    }

    @Override
    public PythonEnvironment require(EnvironmentSpec specification, Consumer<String> progress)
            throws EnvironmentException, InterruptedException {
        Optional<PythonEnvironment> there = find(specification);
        PythonEnvironment environment =
                there.isPresent() ? there.get() : making.require(specification, progress);
        markUsed(place(specification));
        return environment;
    }

    @Override
    public boolean isReady(EnvironmentSpec specification) {
        return find(specification).isPresent();
    }

    /**
     * Removes environments that nobody has required since, and drafts left by whoever was killed.
     *
     * @return how many environments there were
     */
    public int removeUnused(Instant since) throws IOException {
        int removed = 0;
        if (!Files.isDirectory(folder)) {
            return removed;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                boolean isDraft = entry.getFileName().toString().startsWith("draft-");
                Optional<Instant> used = EnvironmentRecord.lastUsed(entry);
                if (used.isPresent() && used.get().isBefore(since)) {
                    PrivateFolder.delete(entry);
                    removed++;
                } else if (isDraft
                        && Files.getLastModifiedTime(entry).toInstant().isBefore(since)) {
                    PrivateFolder.delete(entry);
                }
            }
        }
        return removed;
    }

    private Optional<PythonEnvironment> find(EnvironmentSpec specification) {
        Path place = place(specification);
        Path interpreter = EnvironmentBuild.interpreter(place);
        if (!Files.isExecutable(interpreter)) {
            return Optional.empty();
        }
        return EnvironmentRecord.read(place)
                .map(made -> new PythonEnvironment(made.key(), interpreter, made.warning()));
    }

    private void markUsed(Path place) {
        try {
            EnvironmentRecord.touch(place, clock.instant());
        } catch (IOException e) {
            LOG.warn("The environment {} cannot be marked as used", place, e);
        }
    }

    private PythonEnvironment make(EnvironmentSpec specification, Consumer<String> progress)
            throws EnvironmentException, InterruptedException {
        PythonFinder.Match python =
                pythons.find(specification.python())
                        .orElseThrow(() -> new EnvironmentException(PythonFinder.missing()));
        try {
            Path executable = uv.require(progress);
            Path draft = PrivateFolder.createDraft(folder);
            try {
                new EnvironmentBuild(
                                tool,
                                executable,
                                draft,
                                pip.forUv(specification.indexUrls()),
                                progress)
                        .make(specification, python)
                        .write(draft);
                publish(draft, place(specification));
            } finally {
                PrivateFolder.delete(draft);
            }
        } catch (IOException e) {
            throw new EnvironmentException(
                    "No environment can be made in " + folder + ": " + e.getMessage());
        }
        return find(specification)
                .orElseThrow(() ->
                        new EnvironmentException(
                                "The environment in "
                                        + place(specification)
                                        + " was made and is not usable. Remove this folder"
                                        + " and try again."));
    }

    /** Puts an environment into place, unless somebody else was faster. */
    private static void publish(Path draft, Path place) throws IOException {
        if (Files.exists(place) && !Files.isExecutable(EnvironmentBuild.interpreter(place))) {
            PrivateFolder.delete(place);
        }
        try {
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (EnvironmentRecord.read(place).isEmpty()) {
                throw e;
            }
        }
    }

    private Path place(EnvironmentSpec specification) {
        String all =
                String.join(
                        "\n",
                        specification.python(),
                        String.join("\n", specification.requirements()),
                        "",
                        String.join("\n", specification.indexUrls()));
        return folder.resolve(EnvironmentBuild.digest(all));
    }

    private static Map<String, String> forTools(Map<String, String> environment) {
        Map<String, String> taken = new HashMap<>(ChildEnvironment.of(environment));
        environment.forEach((name, value) -> {
            if (name.startsWith("UV_")
                    || name.startsWith("PIP_")
                    || name.startsWith("XDG_")
                    || name.equals("NETRC")) {
                taken.put(name, value);
            }
        });
        return taken;
    }
}
