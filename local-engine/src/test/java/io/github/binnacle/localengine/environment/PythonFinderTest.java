package io.github.binnacle.localengine.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Looks among scripts that answer like an interpreter. Real ones may be there too, older ones. */
@DisabledOnOs(OS.WINDOWS)
class PythonFinderTest {
    @TempDir Path folder;
    private final Map<String, String> environment = new HashMap<>();

    @Test
    void takesTheOneTheUserNames() throws Exception {
        environment.put("BINNACLE_PYTHON", python("mine/python", "3.12.1").toString());
        environment.put("PATH", python("bin/python3", "3.11.7").getParent().toString());

        assertThat(finder().any()).map(Python::version).contains("3.12.1");
    }

    @Test
    void takesTheActiveEnvironmentBeforeThePath() throws Exception {
        python("venv/bin/python", "3.10.2");
        environment.put("VIRTUAL_ENV", folder.resolve("venv").toString());
        environment.put("PATH", python("bin/python3", "3.11.7").getParent().toString());

        assertThat(finder().any()).map(Python::version).contains("3.10.2");
    }

    @Test
    void passesOverThoseThatAreTooOldOrDoNotWork() throws Exception {
        python("bin/python3", "3.8.18");
        script("bin/python3.12", "exit 127");
        environment.put("PATH", python("bin/python", "3.11.7").getParent().toString());

        assertThat(finder().any()).map(Python::version).contains("3.11.7");
    }

    @Test
    void findsTheExactMinorVersionAmongThoseOfPyenv() throws Exception {
        environment.put("PATH", python("bin/python3", "3.11.7").getParent().toString());
        var wanted = python(".pyenv/versions/3.99.1/bin/python", "3.99.1");

        var match = finder().find("3.99.4");

        assertThat(match).contains(new PythonFinder.Match(new Python(wanted, 99, "3.99.1"), ""));
    }

    @Test
    void doesNotRunWhatItsNameRulesOut() throws Exception {
        python(".pyenv/versions/3.99.1/bin/python", "3.99.1");
        script(".pyenv/versions/3.98.1/bin/python", "touch '" + folder + "/was-run'");

        finder().find("3.99");

        assertThat(folder.resolve("was-run")).doesNotExist();
    }

    @Test
    void takesTheNearestAndSaysSo() throws Exception {
        var near = python(".pyenv/versions/3.97.1/bin/python", "3.97.1");

        var match = finder().find("3.99");

        assertThat(match)
                .contains(
                        new PythonFinder.Match(
                                new Python(near, 97, "3.97.1"),
                                "Python 3.99 is not on this computer, so 3.97.1 is used. Install"
                                        + " Python 3.99 if results must match."));
    }

    private PythonFinder finder() {
        return new PythonFinder(environment, folder);
    }

    private Path python(String name, String version) throws IOException {
        return script(name, "echo '" + version + "' \"$0\"");
    }

    private Path script(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
