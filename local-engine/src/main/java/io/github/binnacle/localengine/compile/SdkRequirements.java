package io.github.binnacle.localengine.compile;

import io.github.binnacle.localengine.environment.EnvironmentSpec;
import io.github.binnacle.localengine.project.ProjectFiles;
import io.github.binnacle.localengine.project.RequirementsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The packages that compiling a file needs: the SDK, in the version that the project pins, and its
 * extension for Kubernetes.
 *
 * @param requirements of the nearest {@code requirements.txt} above the file, within its project
 */
record SdkRequirements(List<String> requirements, List<String> indexUrls) {
    private static final String FILE = "requirements.txt";
    private static final String SDK = "kfp==2.17.0";
    private static final String KUBERNETES = "kfp-kubernetes";
    private static final Pattern IS_SDK = Pattern.compile("kfp\\s*(\\[.*)?([=<>!~@;].*)?");
    private static final Pattern IS_KUBERNETES =
            Pattern.compile("kfp-kubernetes\\s*([=<>!~@;].*)?");

    SdkRequirements {
        requirements = List.copyOf(requirements);
        indexUrls = List.copyOf(indexUrls);
    }

    static SdkRequirements of(Path source) throws IOException {
        Optional<Path> file = file(source);
        if (file.isEmpty()) {
            return new SdkRequirements(List.of(), List.of());
        }
        RequirementsFile read = RequirementsFile.read(file.get());
        return new SdkRequirements(read.requirements(), read.indexUrls());
    }

    /** Returns the environment with the SDK and little else. */
    EnvironmentSpec alone() {
        return new EnvironmentSpec(
                "", List.of(line(IS_SDK, SDK), line(IS_KUBERNETES, KUBERNETES)), indexUrls);
    }

    /** Returns the environment with everything that the project requires. */
    EnvironmentSpec withProject() {
        List<String> all = new ArrayList<>(requirements);
        for (String line : alone().requirements()) {
            if (!all.contains(line)) {
                all.add(line);
            }
        }
        return new EnvironmentSpec("", all, indexUrls);
    }

    private String line(Pattern wanted, String otherwise) {
        return requirements.stream()
                .filter(line -> wanted.matcher(line).matches())
                .findFirst()
                .orElse(otherwise);
    }

    private static Optional<Path> file(Path source) {
        Path project = ProjectFiles.folderOf(source);
        Path folder = Objects.requireNonNull(source.toAbsolutePath().normalize().getParent());
        for (Path above = folder; above != null; above = above.getParent()) {
            if (Files.isRegularFile(above.resolve(FILE))) {
                return Optional.of(above.resolve(FILE));
            }
            if (above.equals(project)) {
                break;
            }
        }
        return Optional.empty();
    }
}
