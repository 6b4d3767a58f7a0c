package io.github.binnacle.app.cli;

import io.github.binnacle.localstore.disk.PrivateFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Writes what is needed to repair a defect, so that users see a sentence and not a stack trace. */
public final class CrashFile {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

    private CrashFile() {}

    /**
     * Writes a file into a folder.
     *
     * @param during what was being done, such as {@code binnacle run}
     */
    public static Path write(Path folder, String during, Throwable bug) throws IOException {
        Path file = folder.resolve("crash-" + STAMP.format(LocalDateTime.now()) + ".txt");
        PrivateFiles.replace(file, text(during, bug));
        return file;
    }

    /** Returns version, system and stack trace. */
    static String text(String during, Throwable bug) {
        StringWriter text = new StringWriter();
        text.append("binnacle ").append(Version.number()).append(", ").append(during);
        text.append(", Java ").append(Runtime.version().toString()).append(", ");
        text.append(System.getProperty("os.name")).append('\n');
        bug.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
