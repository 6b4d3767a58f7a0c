package io.github.binnacle.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tries the launcher's search for a JDK on layouts made for it. */
@DisabledOnOs(OS.WINDOWS)
class JdkFinderTest {
    private static final Path SCRIPT =
            Path.of("..", "packaging", "launch", "jdk.sh").toAbsolutePath().normalize();

    @TempDir private Path system;

    private record Answer(int code, String text) {}

    private Answer find(Map<String, String> variables) throws Exception {
        ProcessBuilder shell =
                new ProcessBuilder(
                        "/bin/sh",
                        "-u",
                        "-c",
                        ". \"$1\"; require_jdk; echo \"$jdk\"",
                        "sh",
                        SCRIPT.toString());
        shell.environment().clear();
        shell.environment().put("PATH", "/usr/bin:/bin");
        shell.environment().put("HOME", system.resolve("home").toString());
        shell.environment().put("BINNACLE_SYSTEM_ROOT", system.toString());
        shell.environment().putAll(variables);
        Process process = shell.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes());
        return new Answer(process.waitFor(), text.strip());
    }

    /** Runs without any java on the path, whatever this computer has there. */
    private Answer findWithoutPath(Map<String, String> variables) throws Exception {
        Path tools = Files.createDirectories(system.resolve("tools"));
        for (String tool : List.of("uname", "readlink")) {
            link(tools.resolve(tool), tool);
        }
        Map<String, String> all = new java.util.HashMap<>(Map.of("PATH", tools.toString()));
        all.putAll(variables);
        return find(all);
    }

    private static void link(Path link, String tool) throws IOException {
        for (String folder : List.of("/usr/bin", "/bin")) {
            Path real = Path.of(folder, tool);
            if (Files.isExecutable(real) && !Files.exists(link)) {
                Files.createSymbolicLink(link, real);
            }
        }
    }

    private String jdk(String place, String version) throws IOException {
        Path home = system.resolve(place);
        Files.createDirectories(home.resolve("bin"));
        for (String program : List.of("java", "javac")) {
            Path file = home.resolve("bin").resolve(program);
            Files.writeString(file, "#!/bin/sh\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.writeString(
                home.resolve("release"),
                "IMPLEMENTOR=\"Sample\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home.toString();
    }

    @Test
    void takesTheNewestOfTheUsualFolders() throws Exception {
        jdk("usr/lib/jvm/java-17", "17.0.15");
        jdk("usr/lib/jvm/temurin-25", "25.0.3");
        String newest = jdk("opt/jdk-26", "26.0.1");
        jdk("home/.sdkman/candidates/java/21-tem", "21");

        assertThat(findWithoutPath(Map.of())).isEqualTo(new Answer(0, newest));
    }

    @Test
    void prefersWhatTheUserNames() throws Exception {
        jdk("opt/jdk-26", "26.0.1");
        String named = jdk("mine", "25");

        assertThat(findWithoutPath(Map.of("BINNACLE_JAVA_HOME", named)))
                .isEqualTo(new Answer(0, named));
        assertThat(findWithoutPath(Map.of("JAVA_HOME", named))).isEqualTo(new Answer(0, named));
    }

    @Test
    void passesOverAnOlderJavaHome() throws Exception {
        String old = jdk("old", "17.0.1");
        String found = jdk("home/.sdkman/candidates/java/25-tem", "25.0.1");

        assertThat(findWithoutPath(Map.of("JAVA_HOME", old))).isEqualTo(new Answer(0, found));
    }

    @Test
    void takesTheJavaOnThePathThroughLinks() throws Exception {
        String real = jdk("somewhere/jdk with spaces", "25.0.3");
        Path tools = Files.createDirectories(system.resolve("tools"));
        Files.createSymbolicLink(tools.resolve("java"), Path.of(real, "bin", "java"));

        assertThat(findWithoutPath(Map.of())).isEqualTo(new Answer(0, real));
    }

    @Test
    void wantsACompilerToo() throws Exception {
        String runtimeOnly = jdk("opt/jre-25", "25.0.1");
        Files.delete(Path.of(runtimeOnly, "bin", "javac"));

        assertThat(findWithoutPath(Map.of()).code()).isEqualTo(4);
    }

    @Test
    void saysHowToGetOne() throws Exception {
        jdk("usr/lib/jvm/java-21", "21.0.4");

        Answer answer = findWithoutPath(Map.of());

        assertThat(answer.text())
                .startsWith("Binnacle needs a JDK 25 or newer, and none was found")
                .contains("BINNACLE_JAVA_HOME", "install");
        assertThat(answer.code()).isEqualTo(4);
    }

    @Test
    void saysThatTheNamedOneIsWrong() throws Exception {
        String old = jdk("old", "17.0.1");
        jdk("opt/jdk-25", "25");

        Answer answer = findWithoutPath(Map.of("BINNACLE_JAVA_HOME", old));

        assertThat(answer.text()).contains("BINNACLE_JAVA_HOME is " + old, "Correct or unset it");
        assertThat(answer.code()).isEqualTo(4);
    }
}
