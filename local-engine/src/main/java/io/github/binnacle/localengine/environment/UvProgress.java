package io.github.binnacle.localengine.environment;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the lines of {@code uv pip install} into sentences for users. */
final class UvProgress implements Consumer<String> {
    private static final Pattern RESOLVED = Pattern.compile("Resolved (\\d+) packages?.*");
    private static final Pattern DOWNLOADING =
            Pattern.compile("\\s*Downloading (\\S+) \\(([\\d.]+)(\\w+)\\)");
    private static final Pattern BUILDING = Pattern.compile("\\s*Building (\\S+)");
    private static final Pattern DONE = Pattern.compile("\\s*(?:Downloaded|Built) (\\S+)");
    private static final Pattern ADDED = Pattern.compile(" \\+ ([^=\\s]+)==(\\S+)");

    private final Consumer<String> sentences;
    private String total = "";
    private int added;

    UvProgress(Consumer<String> sentences) {
        this.sentences = sentences;
    }

    @Override
    public void accept(String line) {
        Matcher resolved = RESOLVED.matcher(line);
        Matcher downloading = DOWNLOADING.matcher(line);
        Matcher building = BUILDING.matcher(line);
        Matcher done = DONE.matcher(line);
        Matcher installed = ADDED.matcher(line);
        if (resolved.matches()) {
            total = resolved.group(1);
            sentences.accept("Found " + total + (total.equals("1") ? " package" : " packages"));
        } else if (downloading.matches()) {
            sentences.accept(
                    "Downloading %s (%s %s)"
                            .formatted(
                                    downloading.group(1),
                                    downloading.group(2),
                                    downloading.group(3)));
        } else if (building.matches()) {
            sentences.accept("Building " + building.group(1));
        } else if (done.matches()) {
            sentences.accept("Got " + done.group(1));
        } else if (installed.matches()) {
            added++;
            sentences.accept(
                    "Installing %s %s (%d of %s)"
                            .formatted(installed.group(1), installed.group(2), added, total));
        }
    }
}
