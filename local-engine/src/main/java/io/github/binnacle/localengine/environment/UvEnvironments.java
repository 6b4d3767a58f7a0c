package io.github.binnacle.localengine.environment;

import io.github.binnacle.localengine.file.PrivateFolder;
import io.github.binnacle.localengine.supervisor.ChildEnvironment;
import io.github.binnacle.localengine.supervisor.TaskProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes environments with uv: one for each specification, shared by all runs. */
public final class UvEnvironments implements Environments {
    private static final Logger LOG = LoggerFactory.getLogger(UvEnvironments.class);

    private final EnvironmentFolders folders;
    private final PythonFinder pythons;
    private final Tool tool;
    private final UvTool uv;
    private final PipSettings pip;
    private final InstantSource clock;
    private final SharedMaking making = new SharedMaking(this::make);
    private final Map<EnvironmentSpec, PythonEnvironment> known = new ConcurrentHashMap<>();

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
        this.folders = new EnvironmentFolders(folder.toAbsolutePath());
        this.pythons = pythons;
        this.tool = new Tool(processes, forTools(environment));
        this.uv =
                new UvTool(
                        folders.parent(),
                        pythons,
                        tool,
                        environment.getOrDefault("PATH", ""),
                        user);
        this.pip = PipSettings.of(environment, user);
        this.clock = clock;
    }

    @Override
    public PythonEnvironment require(EnvironmentSpec specification, Consumer<String> progress)
            throws EnvironmentException, InterruptedException {
        Optional<PythonEnvironment> there = find(specification);
        return there.isPresent() ? there.get() : making.require(specification, progress);
    }

    @Override
    public boolean isReady(EnvironmentSpec specification) {
        return find(specification).isPresent();
    }

    /**
     * Removes environments that were last used before an instant; not while runs may use them.
     *
     * @return how many there were
     */
    public int removeUnused(Instant since) throws IOException {
        known.clear();
        return folders.removeUnused(since);
    }

    private Optional<PythonEnvironment> find(EnvironmentSpec specification) {
        PythonEnvironment before = known.get(specification);
        if (before != null && Files.isExecutable(before.python())) {
            return Optional.of(before);
        }
        return use(specification, folders.place(specification, ""))
                .or(() -> findNearest(specification));
    }

    /**
     * An environment with another Python than was asked for serves until there is the right one.
     */
    private Optional<PythonEnvironment> findNearest(EnvironmentSpec specification) {
        return pythons.find(specification.python())
                .filter(match -> !match.warning().isEmpty())
                .flatMap(match -> use(specification, place(specification, match)));
    }

    private Path place(EnvironmentSpec specification, PythonFinder.Match match) {
        boolean isExact = match.warning().isEmpty();
        return folders.place(specification, isExact ? "" : match.python().version());
    }

    private Optional<PythonEnvironment> use(EnvironmentSpec specification, Path place) {
        Optional<PythonEnvironment> found = EnvironmentFolders.read(place);
        if (found.isPresent()) {
            known.put(specification, found.get());
            try {
                EnvironmentRecord.touch(place, clock.instant());
            } catch (IOException e) {
                LOG.warn("The environment {} cannot be marked as used", place, e);
            }
        }
        return found;
    }

    private PythonEnvironment make(EnvironmentSpec specification, Consumer<String> progress)
            throws EnvironmentException, InterruptedException {
        PythonFinder.Match python =
                pythons.find(specification.python())
                        .orElseThrow(() -> new EnvironmentException(PythonFinder.missing()));
        Path place = place(specification, python);
        try {
            build(specification, python, place, progress);
        } catch (IOException e) {
            String detail = Objects.requireNonNullElse(e.getMessage(), e.toString());
            throw new EnvironmentException(
                    "No environment can be made in " + folders.parent() + ": " + detail);
        }
        return use(specification, place)
                .orElseThrow(() ->
                        new EnvironmentException(
                                "The environment in "
                                        + place
                                        + " was made and is not usable. Remove this folder"
                                        + " and try again."));
    }

    private void build(
            EnvironmentSpec specification,
            PythonFinder.Match python,
            Path place,
            Consumer<String> progress)
            throws EnvironmentException, IOException, InterruptedException {
        folders.removeOldDrafts(clock.instant());
        Path executable = uv.require(progress);
        Path draft = folders.createDraft();
        Map<String, String> indexes = pip.forUv(specification.indexUrls());
        try {
            new EnvironmentBuild(tool, executable, draft, indexes, progress)
                    .make(specification, python)
                    .write(draft);
            EnvironmentFolders.publish(draft, place);
        } finally {
            PrivateFolder.delete(draft);
        }
    }

    /** Tools also get the user's settings for pip and uv. */
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
