package io.github.binnacle.localengine.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a Dockerfile says about Python.
 *
 * @param python version of the image it starts from; empty if that is no Python image
 * @param requirementsFiles files given to {@code pip install -r}, that are beside it or in the
 *     project
 * @param packages requirement lines given to {@code pip install}
 */
record Dockerfile(Path file, String python, List<Path> requirementsFiles, List<String> packages) {
    private static final Pattern FROM = Pattern.compile("(?im)^\\s*FROM\\s+(?:--\\S+\\s+)*(\\S+)");
    private static final Pattern PYTHON_IMAGE =
            Pattern.compile("(?:.*/)?python:?(\\d+\\.\\d+)?.*|.*/python-3(\\d+).*");
    private static final Pattern INSTALL = Pattern.compile("\\bpip3?\\s+install\\s+([^&|;\\n]*)");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
    private static final Pattern REQUIREMENT =
            Pattern.compile("[A-Za-z0-9][\\w.\\-]*(\\[.*])?([=<>!~].*)?");

    Dockerfile {
        requirementsFiles = List.copyOf(requirementsFiles);
        packages = List.copyOf(packages);
    }

    static boolean isName(String name) {
        return name.equals("Dockerfile")
                || name.equals("Containerfile")
                || name.startsWith("Dockerfile.")
                || name.endsWith(".Dockerfile");
    }

    boolean saysSomething() {
        return !python.isEmpty() || !requirementsFiles.isEmpty() || !packages.isEmpty();
    }

    /**
     * @param project folder that copied files are looked for in, besides the file's own
     */
    static Dockerfile read(Path file, Path project) throws IOException {
        String text =
                new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\\\n", " ");
        List<Path> requirements = new ArrayList<>();
        List<String> packages = new ArrayList<>();
        Matcher install = INSTALL.matcher(text);
        while (install.find()) {
            sort(words(install.group(1)), folder(file), project, requirements, packages);
        }
        return new Dockerfile(file, python(text), requirements, packages);
    }

    /** The last stage is the image. */
    private static String python(String text) {
        String version = "";
        Matcher from = FROM.matcher(text);
        while (from.find()) {
            Matcher image = PYTHON_IMAGE.matcher(from.group(1));
            if (image.matches()) {
                version = image.group(1) != null ? image.group(1) : minor(image.group(2));
            }
        }
        return version;
    }

    private static String minor(@Nullable String minor) {
        return minor == null ? "" : "3." + minor;
    }

    private static void sort(
            List<String> words,
            Path folder,
            Path project,
            List<Path> requirements,
            List<String> packages) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals("-r") && i + 1 < words.size()) {
                place(words.get(++i), folder, project, requirements);
            } else if (REQUIREMENT.matcher(word).matches()) {
                packages.add(word);
            }
        }
    }

    /** The path is the container's; in the project the file keeps at least its name. */
    private static void place(String path, Path folder, Path project, List<Path> requirements) {
        Path name = Objects.requireNonNullElse(Path.of(path).getFileName(), Path.of(path));
        for (Path candidate :
                List.of(folder.resolve(path), folder.resolve(name), project.resolve(name))) {
            if (candidate.normalize().startsWith(project) && Files.isRegularFile(candidate)) {
                requirements.add(candidate.normalize());
                return;
            }
        }
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            for (int group = 1; group <= 3; group++) {
                if (word.group(group) != null) {
                    words.add(word.group(group));
                }
            }
        }
        return words;
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }
}
