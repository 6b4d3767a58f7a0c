package io.github.binnacle.localengine.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class UvFailureTest {
    private static final Python PYTHON = new Python(Path.of("python"), 9, "3.9.18");

    @Test
    void saysThatAPackageIsNotInTheIndex() {
        assertThat(
                        sentence(
                                "Because sextant was not found in the package registry and you"
                                        + " require sextant, we can conclude"))
                .startsWith("The package index has no sextant that fits.");
    }

    @Test
    void saysThatAVersionIsNotInTheIndex() {
        assertThat(
                        sentence(
                                "Because there is no version of pandas==99.1 and you require"
                                        + " pandas==99.1, we can conclude"))
                .startsWith("The package index has no pandas==99.1 that fits.");
    }

    @Test
    void saysWhichPythonAPackageNeeds() {
        assertThat(
                        sentence(
                                "Because the current Python version (3.9.18) does not satisfy"
                                        + " Python>=3.11 and pandas==3.1.1 depends on"
                                        + " Python>=3.11"))
                .startsWith(
                        "pandas cannot be installed in Python 3.9.18: a package needs Python"
                                + " >=3.11.");
    }

    @Test
    void saysThatTheIndexCannotBeReached() {
        var output =
                """
                error: Request failed after 3 retries in 10.9s
                  cause: Failed to fetch: https://pypi.org/simple/six/
                  cause: error sending request for url (https://pypi.org/simple/six/)
                """;

        assertThat(UvFailure.isNetwork(output)).isTrue();
        assertThat(sentence(output)).startsWith("The package index cannot be reached");
    }

    @Test
    void saysThatAPackageCouldNotBeBuilt() {
        assertThat(sentence("error: The build backend returned an error\n  no compiler here"))
                .startsWith("A package of pandas has no ready-made package for Python 3.9.18")
                .endsWith("no compiler here");
    }

    @Test
    void endsWithTheLastLinesOfTheOutput() {
        var output = "first\n" + "line\n".repeat(30) + "last\n";

        assertThat(sentence(output)).doesNotContain("first").endsWith("line\nlast");
    }

    private static String sentence(String output) {
        return UvFailure.of(List.of("pandas"), PYTHON, output);
    }
}
