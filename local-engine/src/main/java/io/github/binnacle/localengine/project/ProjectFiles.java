package io.github.binnacle.localengine.project;

import io.github.binnacle.model.address.Address.DocumentAddress;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import io.github.binnacle.model.workplace.ProjectSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds projects and reads what their {@code binnacle.yaml} says. */
public final class ProjectFiles {
    /** Name of the project file. */
    public static final String SETTINGS = "binnacle.yaml";

    private ProjectFiles() {}

    /**
     * Returns the folder of the project that a document belongs to: the nearest one above it with
     * {@code binnacle.yaml} or {@code .git}, else the document's own.
     */
    public static Path folderOf(Path document) {
        Path own = Objects.requireNonNull(document.toAbsolutePath().normalize().getParent());
        return nearest(own);
    }

    /** Returns the folder of the project that a folder belongs to; itself if it is in none. */
    public static Path nearest(Path start) {
        Path folder = start.toAbsolutePath().normalize();
        for (Path above = folder; above != null; above = above.getParent()) {
            if (Files.isRegularFile(above.resolve(SETTINGS))
                    || Files.exists(above.resolve(".git"))) {
                return above;
            }
        }
        return folder;
    }

    /**
     * Reads the settings of a project; those of a project without the file are empty. What is wrong
     * is refused with line and column, unknown keys are warned of.
     */
    public static Outcome<ProjectSettings> settings(Path project) {
        Path file = project.resolve(SETTINGS);
        if (!Files.exists(file)) {
            return new Outcome.Done<>(ProjectSettings.EMPTY);
        }
        DocumentAddress address = new DocumentAddress(file.toString());
        try {
            return new SettingsReader(address, project).read(Files.readString(file));
        } catch (IOException e) {
            return new Outcome.Refused<>(
                    new Problem(
                            "document.unreadable",
                            Severity.ERROR,
                            address,
                            null,
                            Map.of(
                                    "path",
                                    file.toString(),
                                    "detail",
                                    String.valueOf(e.getMessage()))));
        }
    }

    /**
     * Proposes mappings from the Dockerfiles of a project; each is named by the folder it stands
     * in, as a Dockerfile does not know the name of its image.
     */
    public static List<ProjectSettings.ImageMapping> proposals(Path project) throws IOException {
        return ImageProposals.of(project.toAbsolutePath().normalize());
    }

    /** Proposes a mapping for an image, from what the project holds. */
    public static ProjectSettings.ImageMapping proposal(Path project, String image)
            throws IOException {
        return ImageProposals.forImage(project.toAbsolutePath().normalize(), image);
    }
}
