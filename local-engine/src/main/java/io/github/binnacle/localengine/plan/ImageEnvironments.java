package io.github.binnacle.localengine.plan;

import io.github.binnacle.localengine.environment.EnvironmentSpec;
import io.github.binnacle.localengine.project.ProjectFiles;
import io.github.binnacle.localengine.project.RequirementsFile;
import io.github.binnacle.model.workplace.ProjectSettings;
import io.github.binnacle.model.workplace.ProjectSettings.ImageMapping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns images into environments: by the project's mapping, else for plain Python images. */
final class ImageEnvironments {
    private final @Nullable Path project;
    private final ProjectSettings settings;

    ImageEnvironments(@Nullable Path project, ProjectSettings settings) {
        this.project = project;
        this.settings = settings;
    }

    /**
     * Returns what stands for an image, without anything a component adds; empty if nothing does.
     *
     * @throws IOException if the requirements file that the project names cannot be read; the
     *     message names it
     */
    Optional<EnvironmentSpec> find(String image) throws IOException {
        for (ImageMapping mapping : settings.images()) {
            if (matches(mapping.pattern(), image)) {
                return Optional.of(environment(mapping));
            }
        }
        return ImageName.of(image)
                .plainPython()
                .map(python -> new EnvironmentSpec(python, List.of(), List.of()));
    }

    /** Proposes a mapping for an image that nothing stands for. */
    ImageMapping proposal(String image) throws IOException {
        return project == null
                ? new ImageMapping(image, "", "", List.of())
                : ProjectFiles.proposal(project, image);
    }

    private EnvironmentSpec environment(ImageMapping mapping) throws IOException {
        List<String> requirements = new ArrayList<>();
        List<String> indexUrls = new ArrayList<>();
        if (project != null && !mapping.requirementsFile().isEmpty()) {
            RequirementsFile file =
                    RequirementsFile.read(project.resolve(mapping.requirementsFile()));
            requirements.addAll(file.requirements());
            indexUrls.addAll(file.indexUrls());
        }
        requirements.addAll(mapping.packages());
        return new EnvironmentSpec(mapping.python(), requirements, indexUrls);
    }

    /** A pattern without a tag takes every tag. */
    private static boolean matches(String pattern, String image) {
        Pattern glob =
                Pattern.compile(
                        Stream.of(pattern.split("\\*", -1))
                                .map(Pattern::quote)
                                .collect(Collectors.joining(".*")));
        return glob.matcher(image).matches()
                || glob.matcher(ImageName.of(image).repository()).matches();
    }
}
