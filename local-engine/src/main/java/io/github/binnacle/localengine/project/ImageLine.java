package io.github.binnacle.localengine.project;

import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.value.Value;
import io.github.binnacle.model.workplace.ProjectSettings.ImageMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes image mappings as lines of {@code binnacle.yaml}. */
public final class ImageLine {
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

    private static String quoted(String text) {
        return JsonText.compact(Value.of(text));
    }
}
