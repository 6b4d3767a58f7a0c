package io.github.binnacle.model.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemsBundleTest {
    private static final Path ROOMS = Path.of("..");
    private static final Pattern OUR_CODE =
            Pattern.compile("\"((?:document|spec|pipeline|cluster|edit)\\.[a-z0-9-]+)\"");
    private static final ResourceBundle SENTENCES =
            ResourceBundle.getBundle("io.github.binnacle.model.problem.Problems", Locale.ROOT);

    private static String sources(Path room) {
        Path main = room.resolve("src/main/java");
        if (!Files.isDirectory(main)) {
            return "";
        }
        try (Stream<Path> files = Files.walk(main)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String allSources() {
        try (Stream<Path> rooms = Files.list(ROOMS)) {
            return String.join("\n", rooms.map(ProblemsBundleTest::sources).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void hasASentenceForEveryCodeOfTheModel() {
        Set<String> codes = new TreeSet<>();
        Matcher matcher = OUR_CODE.matcher(sources(Path.of("")));
        while (matcher.find()) {
            codes.add(matcher.group(1));
        }

        assertThat(codes).isNotEmpty();
        assertThat(SENTENCES.keySet()).containsAll(codes);
    }

    @Test
    void usesEverySentence() {
        String sources = allSources();

        assertThat(SENTENCES.keySet())
                .allSatisfy(code -> assertThat(sources).contains("\"" + code + "\""));
    }

    @Test
    void holdsOnlySentencesThatCanBeFormatted() {
        assertThat(SENTENCES.keySet())
                .allSatisfy(code -> {
                    String pattern = SENTENCES.getString(code);
                    assertThat(
                                    new MessageFormat(pattern, Locale.ENGLISH).usesNamedArguments()
                                            || !pattern.contains("{"))
                            .isTrue();
                    assertThat(pattern).matches("(?s).*[.!?:}].*");
                });
    }

    @Test
    void makesSentencesWithASuggestionOrWithout() {
        assertThat(
                        ProblemText.of(
                                "spec.unknown-field",
                                Map.of(
                                        "field", "dependantTasks",
                                        "message", "PipelineTaskSpec",
                                        "suggestion", "dependentTasks")))
                .isEqualTo(
                        "\"dependantTasks\" is no field of PipelineTaskSpec, so KFP does not read it."
                                + " Did you mean \"dependentTasks\"?");
        assertThat(
                        ProblemText.of(
                                "spec.unknown-field",
                                Map.of(
                                        "field", "x-team",
                                        "message", "PipelineSpec",
                                        "suggestion", "none")))
                .endsWith("Remove it unless another tool needs it.");
    }
}
