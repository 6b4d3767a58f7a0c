package io.github.binnacle.localengine.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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

    @Test
    void findsTheFilesInAJarWhosePathHasSpaces() throws Exception {
        Path jar = jar(runtime.resolve("my programs.jar"));
        URL[] only = {jar.toUri().toURL()};

        try (var loader = new URLClassLoader(only, ClassLoader.getPlatformClassLoader())) {
            var extract =
                    loader.loadClass(PythonSources.class.getName())
                            .getMethod("extract", Path.class);

            var folder = (Path) extract.invoke(null, runtime);

            assertThat(folder.resolve("supervisor.py")).isNotEmptyFile();
        }
    }

    private static Path jar(Path file) throws Exception {
        Path classes =
                Path.of(
                        PythonSources.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        try (var zip = new ZipOutputStream(Files.newOutputStream(file));
                var paths = Files.walk(classes)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                String name = classes.relativize(path).toString().replace('\\', '/');
                zip.putNextEntry(new ZipEntry(name));
                Files.copy(path, zip);
            }
        }
        return file;
    }
}
