package io.github.binnacle.localengine.project;

import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.value.Value;
import io.github.binnacle.model.workplace.ProjectSettings.ImageMapping;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes image mappings as lines of {@code binnacle.yaml}. */
public final class ImageLine {
    private static final String USUAL_FILE = "requirements.txt";

    private ImageLine() {}

    /** Writes the line of a mapping, to stand under {@code images:}. */
    public static String of(ImageMapping mapping) {
        List<String> fields = new ArrayList<>();
        if (!mapping.python().isEmpty()) {
            fields.add("python: " + quoted(mapping.python()));
        }
        if (!mapping.requirementsFile().isEmpty()) {
            fields.add("requirements: " + quoted(mapping.requirementsFile()));
        }
        if (!mapping.packages().isEmpty() || fields.isEmpty()) {
            fields.add(
                    mapping.packages().stream()
                            .map(ImageLine::quoted)
                            .collect(Collectors.joining(", ", "packages: [", "]")));
        }
        return quoted(mapping.pattern()) + ": {" + String.join(", ", fields) + "}";
    }

    /** Writes the line that an image without a mapping most likely needs. */
    public static String proposed(String image, @Nullable Path project) {
        boolean hasFile = project != null && Files.isRegularFile(project.resolve(USUAL_FILE));
        return of(new ImageMapping(image, "", hasFile ? USUAL_FILE : "", List.of()));
    }

    private static String quoted(String text) {
        return JsonText.compact(Value.of(text));
    }
}
