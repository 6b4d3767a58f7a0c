package io.github.binnacle.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One folder {@code src/test/resources/golden/<case>} with {@code input.*} and {@code expected.*}.
 *
 * <p>{@code -Dgolden.update=true} rewrites what is expected; the difference is reviewed like code.
 */
public record GoldenCase(Path folder) {
    private static final Path ROOT = Path.of("src", "test", "resources", "golden");
    private static final String UPDATE = "golden.update";

    /** Names a case of the room under test. */
    public static GoldenCase of(String name) {
        return new GoldenCase(ROOT.resolve(name));
    }

    /** Lists the cases of a group, {@code golden/<group>/<case>}, sorted; never none. */
    public static List<GoldenCase> in(String group) {
        try (Stream<Path> folders = Files.list(ROOT.resolve(group))) {
            List<GoldenCase> cases =
                    folders.filter(Files::isDirectory).sorted().map(GoldenCase::new).toList();
            assertThat(cases).as("golden cases of " + group).isNotEmpty();
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Finds the file {@code input.<extension>}. */
    public Path input(String extension) {
        return folder.resolve("input." + extension);
    }

    /** Reads the file {@code input.<extension>}. */
    public String inputText(String extension) {
        return read(input(extension));
    }

    /** Compares a text with {@code expected.<extension>}, exactly. */
    public void assertMatches(String extension, String actual) {
        Path expected = folder.resolve("expected." + extension);
        if (Boolean.getBoolean(UPDATE)) {
            write(expected, actual);
        }
        assertThat(expected).as("run with -D%s=true to make it", UPDATE).isRegularFile();
        assertThat(actual)
                .as("%s (rewritten by -D%s=true)", expected, UPDATE)
                .isEqualTo(read(expected));
    }

    /** Shows the case in names of parameterized tests. */
    @Override
    public String toString() {
        return String.valueOf(folder.getFileName());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
