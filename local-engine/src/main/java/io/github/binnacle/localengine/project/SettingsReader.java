package io.github.binnacle.localengine.project;

import io.github.binnacle.model.address.Address.DocumentAddress;
import io.github.binnacle.model.codec.SyntaxException;
import io.github.binnacle.model.codec.YamlReader;
import io.github.binnacle.model.document.DocumentNode;
import io.github.binnacle.model.document.DocumentNode.Entry;
import io.github.binnacle.model.document.DocumentNode.MappingNode;
import io.github.binnacle.model.document.DocumentNode.ScalarNode;
import io.github.binnacle.model.document.DocumentNode.SequenceNode;
import io.github.binnacle.model.document.SourceRange;
import io.github.binnacle.model.problem.Outcome;
import io.github.binnacle.model.problem.Problem;
import io.github.binnacle.model.problem.Severity;
import io.github.binnacle.model.value.Value;
import io.github.binnacle.model.workplace.ProjectSettings;
import io.github.binnacle.model.workplace.ProjectSettings.ImageMapping;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads {@code binnacle.yaml}, with the place of everything that is wrong. */
final class SettingsReader {
    private static final Pattern PYTHON = Pattern.compile("3\\.\\d{1,2}");

    private final DocumentAddress address;
    private final Path project;
    private final List<Problem> problems = new ArrayList<>();

    SettingsReader(DocumentAddress address, Path project) {
        this.address = address;
        this.project = project;
    }

    Outcome<ProjectSettings> read(String text) {
        ProjectSettings settings;
        try {
            settings = settings(YamlReader.read(text));
        } catch (SyntaxException e) {
            return new Outcome.Refused<>(
                    new Problem(e.code(), Severity.ERROR, address, e.range(), e.arguments()));
        }
        boolean isRefused =
                problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        return isRefused ? new Outcome.Refused<>(problems) : new Outcome.Done<>(settings, problems);
    }

    private ProjectSettings settings(List<DocumentNode> documents) {
        List<ImageMapping> images = new ArrayList<>();
        if (documents.isEmpty() || documents.getFirst().value() instanceof Value.Null) {
            return ProjectSettings.EMPTY;
        }
        for (Entry entry : entries(documents.getFirst(), "binnacle.yaml")) {
            switch (entry.key().text()) {
                case "images" ->
                        entries(entry.value(), "images").forEach(image -> images.add(image(image)));
                case "targets" -> {}
                default -> unknown(entry, "images, targets");
            }
        }
        return new ProjectSettings(images);
    }

    private ImageMapping image(Entry entry) {
        String pattern = entry.key().text();
        if (entry.value().resolved() instanceof ScalarNode file) {
            return new ImageMapping(pattern, "", requirementsFile(file), List.of());
        }
        String python = "";
        String requirements = "";
        List<String> packages = List.of();
        for (Entry field : entries(entry.value(), pattern)) {
            switch (field.key().text()) {
                case "python" -> python = python(field.value());
                case "requirements" -> requirements = requirementsFile(field.value());
                case "packages" -> packages = packages(field.value());
                default -> unknown(field, "python, requirements, packages");
            }
        }
        return new ImageMapping(pattern, python, requirements, packages);
    }

    /** Version 3.10 without quotes is the number 3.1 in YAML, so numbers are refused. */
    private String python(DocumentNode node) {
        DocumentNode value = node.resolved();
        if (value.value() instanceof Value.Num) {
            wrong("project.python-unquoted", value.range(), Map.of("found", text(value)));
        } else if (!PYTHON.matcher(text(value)).matches()) {
            wrong("project.python-version", value.range(), Map.of("found", text(value)));
        }
        return text(value);
    }

    private String requirementsFile(DocumentNode node) {
        String name = text(node);
        if (!isInProject(name)) {
            wrong("project.requirements-missing", node.range(), Map.of("file", name));
        }
        return name;
    }

    private boolean isInProject(String name) {
        try {
            Path file = project.resolve(name).normalize();
            return !name.isEmpty() && file.startsWith(project) && Files.isRegularFile(file);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private List<String> packages(DocumentNode node) {
        if (!(node.resolved() instanceof SequenceNode list)) {
            wrong("spec.wrong-type", node.range(), typeOf("packages", "a list of text"));
            return List.of();
        }
        return list.items().stream()
                .map(SettingsReader::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private List<Entry> entries(DocumentNode node, String field) {
        if (node.resolved() instanceof MappingNode mapping) {
            return mapping.entries();
        }
        if (!(node.value() instanceof Value.Null)) {
            wrong("spec.wrong-type", node.range(), typeOf(field, "a mapping"));
        }
        return List.of();
    }

    private static Map<String, Object> typeOf(String field, String expected) {
        return Map.of("field", field, "expected", expected, "found", "something else");
    }

    private static String text(DocumentNode node) {
        return node.resolved() instanceof ScalarNode scalar ? scalar.text() : "";
    }

    private void unknown(Entry entry, String known) {
        problems.add(
                new Problem(
                        "project.unknown-key",
                        Severity.WARNING,
                        address,
                        entry.key().range(),
                        Map.of("key", entry.key().text(), "known", known)));
    }

    private void wrong(String code, SourceRange range, Map<String, Object> arguments) {
        problems.add(new Problem(code, Severity.ERROR, address, range, arguments));
    }
}
