package io.github.binnacle.testkit.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenCaseTest {
    @TempDir Path folder;

    @AfterEach
    void stopUpdating() {
        System.clearProperty("golden.update");
    }

    @Test
    void acceptsWhatIsExpected() throws IOException {
        Files.writeString(folder.resolve("expected.txt"), "42\n");

        new GoldenCase(folder).assertMatches("txt", "42\n");
    }

    @Test
    void refusesWhatDiffersInOneByte() throws IOException {
        Files.writeString(folder.resolve("expected.txt"), "42\n");

        assertThatThrownBy(() -> new GoldenCase(folder).assertMatches("txt", "42"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("golden.update");
    }

    @Test
    void refusesACaseWithoutExpectation() {
        assertThatThrownBy(() -> new GoldenCase(folder).assertMatches("txt", "42"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void rewritesTheExpectationWhenAsked() {
        System.setProperty("golden.update", "true");

        new GoldenCase(folder.resolve("new")).assertMatches("txt", "42\n");

        assertThat(folder.resolve("new/expected.txt")).hasContent("42\n");
    }
}
