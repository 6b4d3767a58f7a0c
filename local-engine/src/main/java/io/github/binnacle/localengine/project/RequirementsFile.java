package io.github.binnacle.localengine.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A pip requirements file, with the files it includes.
 *
 * @param requirements requirement lines in order, without comments
 * @param indexUrls package indexes it names
 */
public record RequirementsFile(List<String> requirements, List<String> indexUrls) {
    private static final Pattern COMMENT = Pattern.compile("(^|\\s)#.*$");
    private static final Pattern OPTION_END = Pattern.compile("[\\s=]+");
    private static final Pattern HASH = Pattern.compile("\\s--hash[=\\s]\\S+");

    public RequirementsFile {
        requirements = List.copyOf(requirements);
        indexUrls = List.copyOf(indexUrls);
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it or an included file cannot be read, or holds an option that means
     *     nothing here; the message is for users
     */
    public static RequirementsFile read(Path file) throws IOException {
        Reading reading = new Reading();
        reading.include(file.normalize());
        return new RequirementsFile(reading.requirements, reading.indexUrls);
    }

    private static final class Reading {
        private final List<String> requirements = new ArrayList<>();
        private final List<String> indexUrls = new ArrayList<>();
        private final Set<Path> included = new HashSet<>();

        void include(Path file) throws IOException {
            if (!included.add(file)) {
                return;
            }
            for (String line : lines(file)) {
                String text =
                        HASH.matcher(COMMENT.matcher(line).replaceFirst("")).replaceAll("").strip();
                if (text.startsWith("-")) {
                    option(file, text);
                } else if (!text.isEmpty()) {
                    requirements.add(text);
                }
            }
        }

        private void option(Path file, String text) throws IOException {
            String[] words = OPTION_END.split(text, 2);
            String argument = words.length > 1 ? words[1].strip() : "";
            switch (words[0]) {
                case "-r", "--requirement" -> include(file.resolveSibling(argument).normalize());
                case "-i", "--index-url", "--extra-index-url" -> indexUrls.add(argument);
                case "--no-deps", "--prefer-binary", "--pre", "--only-binary", "--no-binary" -> {}
                default ->
                        throw new IOException(
                                "The line \""
                                        + text
                                        + "\" in "
                                        + file
                                        + " cannot be followed here."
                                        + " Name the packages themselves");
            }
        }

        private static List<String> lines(Path file) throws IOException {
            try {
                return Files.readString(file).replace("\\\n", " ").lines().toList();
            } catch (NoSuchFileException e) {
                throw new IOException("The requirements file " + file + " is not there", e);
            } catch (IOException e) {
                throw new IOException(
                        "The requirements file " + file + " cannot be read: " + e.getMessage(), e);
            }
        }
    }
}
