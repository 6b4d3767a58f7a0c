package io.github.binnacle.localengine.project;

import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.workplace.ProjectSettings;
import java.nio.file.Path;

/** Reads the project file of a folder. */
@FunctionalInterface
public interface ProjectReader {
    /**
     * Returns the settings of {@code binnacle.yaml}; the empty settings if there is no such file.
     */
    Outcome<ProjectSettings> read(Path projectFolder);
}
