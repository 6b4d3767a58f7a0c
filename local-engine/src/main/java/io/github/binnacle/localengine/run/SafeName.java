package io.github.binnacle.localengine.run;

import io.github.binnacle.model.run.TaskPath;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Makes file names of names in documents, which may hold anything. */
final class SafeName {
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._ \\[\\]-]{0,119}");

    private SafeName() {}

    static String of(String name) {
        if (PLAIN.matcher(name).matches() && !name.endsWith(".") && !name.endsWith(" ")) {
            return name;
        }
        String kept = name.replaceAll("[^A-Za-z0-9_-]+", "_");
        String shortened = kept.substring(0, Math.min(60, kept.length()));
        return shortened + "-" + Integer.toHexString(name.hashCode());
    }

    /** Returns the folder of a task below that of its run. */
    static Path folder(Path run, TaskPath task) {
        Path folder = run;
        for (TaskPath.Segment segment : task.segments()) {
            folder = folder.resolve(of(segment.toString()));
        }
        return folder;
    }
}
