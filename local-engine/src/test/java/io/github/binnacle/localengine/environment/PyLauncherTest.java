package io.github.binnacle.localengine.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PyLauncherTest {
    @Test
    void readsThePathsOfBothFormsOfItsList() {
        var answer =
                """
                 -V:3.13 *        C:\\Program Files\\Python313\\python.exe
                 -V:3.11          C:\\Users\\me\\AppData\\Local\\Programs\\Python\\Python311\\python.exe
                 -3.9-64          C:\\Python39\\python.exe
                 -V:2.7           C:\\Python27\\python.exe
                """;

        assertThat(PyLauncher.read(answer))
                .containsExactly(
                        "C:\\Program Files\\Python313\\python.exe",
                        "C:\\Users\\me\\AppData\\Local\\Programs\\Python\\Python311\\python.exe",
                        "C:\\Python39\\python.exe");
    }
}
