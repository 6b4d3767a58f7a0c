package io.github.binnacle.localengine.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipSettingsTest {
    @TempDir Path folder;

    @Test
    void tellsUvWhatThePipFileSays() throws Exception {
        var file =
                write(
                        """
                        [global]
                        index-url = https://one.example/simple
                        # a remark
                        extra-index-url =
                            https://two.example/simple
                            https://three.example/simple
                        trusted-host: one.example
                        [list]
                        no-index = true
                        """);

        var variables = settings(Map.of("PIP_CONFIG_FILE", file)).forUv(List.of());

        assertThat(variables)
                .containsEntry("UV_INDEX_URL", "https://one.example/simple")
                .containsEntry(
                        "UV_EXTRA_INDEX_URL",
                        "https://two.example/simple https://three.example/simple")
                .containsEntry("UV_INSECURE_HOST", "one.example")
                .containsEntry("UV_INDEX_STRATEGY", "unsafe-best-match")
                .doesNotContainKey("UV_NO_INDEX");
    }

    @Test
    void letsVariablesWinOverFiles() throws Exception {
        var file = write("[global]\nindex-url = https://one.example/simple\n");

        var variables =
                settings(Map.of("PIP_CONFIG_FILE", file, "PIP_INDEX_URL", "https://my.example"))
                        .forUv(List.of());

        assertThat(variables).containsEntry("UV_INDEX_URL", "https://my.example");
    }

    @Test
    void letsTheComponentNameItsIndex() {
        var variables =
                settings(Map.of("PIP_INDEX_URL", "https://my.example"))
                        .forUv(List.of("https://a.example", "https://b.example"));

        assertThat(variables)
                .containsEntry("UV_INDEX_URL", "https://a.example")
                .containsEntry("UV_EXTRA_INDEX_URL", "https://b.example");
    }

    @Test
    void leavesOutFoldersThatAreNotThere() {
        var places = folder + " " + folder.resolve("absent");

        var variables = settings(Map.of("PIP_FIND_LINKS", places)).forUv(List.of());

        assertThat(variables).containsEntry("UV_FIND_LINKS", folder.toString());
    }

    private PipSettings settings(Map<String, String> environment) {
        return PipSettings.of(environment, folder);
    }

    private String write(String text) throws IOException {
        return Files.writeString(folder.resolve("pip.conf"), text).toString();
    }
}
