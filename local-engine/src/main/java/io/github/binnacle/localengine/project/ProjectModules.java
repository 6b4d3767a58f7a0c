package io.github.binnacle.localengine.project;

import io.github.binnacle.localengine.environment.EnvironmentSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the sources of containerised Python components in a project: through {@code
 * kfp_config.ini}, which kfp writes when it builds the image, or by the {@code target_image} of the
 * component.
 */
public final class ProjectModules {
    private static final String CONFIG = "kfp_config.ini";
    private static final String REQUIREMENTS = "runtime-requirements.txt";

    private ProjectModules() {}

    /**
     * A Python file that holds a component.
     *
     * @param context folder that the image was made of
     * @param environment what the context folder says the image holds
     */
    public record Module(Path file, Path context, EnvironmentSpec environment) {}

    /**
     * Finds the module of a function that runs in an image.
     *
     * @throws IOException if the requirements of the context folder cannot be read
     */
    public static Optional<Module> find(Path project, String image, String function)
            throws IOException {
        for (Path config : ProjectTree.files(project, CONFIG::equals)) {
            String module = components(config).get(function);
            if (module != null && isIn(folder(config), module)) {
                return Optional.of(module(project, folder(config), module));
            }
        }
        return byTargetImage(project, image, function);
    }

    private static boolean isIn(Path context, String module) {
        Path file = context.resolve(module).normalize();
        return file.startsWith(context) && Files.isRegularFile(file);
    }

    private static Map<String, String> components(Path config) throws IOException {
        return IniFile.section(text(config), "Components");
    }

    private static Optional<Module> byTargetImage(Path project, String image, String function)
            throws IOException {
        Pattern definition =
                Pattern.compile("(?m)^\\s*def\\s+" + Pattern.quote(function) + "\\s*\\(");
        for (Path file : ProjectTree.files(project, name -> name.endsWith(".py"))) {
            String text = text(file);
            if (text.contains("target_image")
                    && text.contains(image)
                    && definition.matcher(text).find()) {
                Path context = contextOf(file, project);
                return Optional.of(module(project, context, context.relativize(file).toString()));
            }
        }
        return Optional.empty();
    }

    /** The nearest folder with a Dockerfile or requirements, as kfp makes them when it builds. */
    private static Path contextOf(Path file, Path project) {
        for (Path folder = folder(file);
                folder != null && folder.startsWith(project);
                folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(REQUIREMENTS))
                    || Files.isRegularFile(folder.resolve("Dockerfile"))) {
                return folder;
            }
        }
        return folder(file);
    }

    private static Module module(Path project, Path context, String module) throws IOException {
        Path requirements = context.resolve(REQUIREMENTS);
        RequirementsFile file =
                Files.isRegularFile(requirements)
                        ? RequirementsFile.read(requirements)
                        : new RequirementsFile(List.of(), List.of());
        Path dockerfile = context.resolve("Dockerfile");
        String python =
                Files.isRegularFile(dockerfile)
                        ? Dockerfile.read(dockerfile, project).python()
                        : "";
        return new Module(
                context.resolve(module).normalize(),
                context,
                new EnvironmentSpec(python, file.requirements(), file.indexUrls()));
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }
}
