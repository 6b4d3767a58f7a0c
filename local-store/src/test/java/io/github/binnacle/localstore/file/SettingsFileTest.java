package io.github.binnacle.localstore.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.value.Value;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @TempDir Path folder;

    @Test
    void replacesSettingsByNameAndKeepsTheOthers() {
        settings().put("window", Value.of(Map.of("theme", Value.of("dark"))));
        settings().put("engine", Value.of(Map.of("cpus", Value.of(2))));
        settings().put("window", Value.of(Map.of("theme", Value.of("light"))));

        assertThat(settings().find("window"))
                .isEqualTo(Value.of(Map.of("theme", Value.of("light"))));
        assertThat(settings().find("engine")).isEqualTo(Value.of(Map.of("cpus", Value.of(2))));
        assertThat(settings().find("other")).isEqualTo(Value.Struct.EMPTY);
    }

    private SettingsFile settings() {
        return new SettingsFile(folder.resolve("settings.json"));
    }
}
