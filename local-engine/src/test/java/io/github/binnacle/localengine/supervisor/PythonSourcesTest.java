package io.github.binnacle.localengine.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonSourcesTest {
    @TempDir Path runtime;

    @Test
    void writesAllFilesIntoOneFolderNamedAfterThem() throws Exception {
        var folder = PythonSources.extract(runtime);

        assertThat(folder.resolve("supervisor.py")).isNotEmptyFile();
        assertThat(folder.resolve("worker.py")).isNotEmptyFile();
        assertThat(runtime).isDirectoryNotContaining("glob:**/draft-*");
    }

    @Test
    void usesWhatIsThere() throws Exception {
        var folder = PythonSources.extract(runtime);
        var written = Files.getLastModifiedTime(folder.resolve("supervisor.py"));

        var again = PythonSources.extract(runtime);

        assertThat(again).isEqualTo(folder);
        assertThat(Files.getLastModifiedTime(again.resolve("supervisor.py"))).isEqualTo(written);
    }
}
