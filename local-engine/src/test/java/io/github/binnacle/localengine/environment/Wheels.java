package io.github.binnacle.localengine.environment;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes small packages, so that tests need no package index. */
final class Wheels {
    private Wheels() {}

    /** Writes a package with one module of its name. */
    static void write(Path folder, String name, String version, String module) throws IOException {
        Path file = folder.resolve("%s-%s-py3-none-any.whl".formatted(name, version));
        String about = "%s-%s.dist-info/".formatted(name, version);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, name + ".py", module);
            entry(
                    zip,
                    about + "METADATA",
                    "Metadata-Version: 2.1\nName: %s\nVersion: %s\n".formatted(name, version));
            entry(
                    zip,
                    about + "WHEEL",
                    "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
            entry(zip, about + "RECORD", "");
        }
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
