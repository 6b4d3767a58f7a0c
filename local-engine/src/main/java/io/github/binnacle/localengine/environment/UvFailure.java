package io.github.binnacle.localengine.environment;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says why no environment could be made, from what uv printed. */
final class UvFailure {
    private static final int LAST_LINES = 12;
    private static final Pattern NETWORK =
            Pattern.compile(
                    "error sending request|Failed to fetch|dns error|Could not connect"
                            + "|Connection refused|connection error|timed out|tcp connect error"
                            + "|Temporary failure in name resolution|Network connectivity is"
                            + " disabled");
    private static final Pattern NOT_FOUND =
            Pattern.compile(
                    "(?:Because|And because) (\\S+) was not found in the (?!cache)"
                            + "|there (?:is|are) no versions? of (\\S+)");
    private static final Pattern PYTHON =
            Pattern.compile("Python version \\(([\\d.]+)\\) does not satisfy Python\\s*(\\S+)");
    private static final Pattern BUILD =
            Pattern.compile(
                    "Failed to (?:build|download and build) `?([^`\\s]+)`?"
                            + "|build backend returned an error");
    private static final Pattern INVALID =
            Pattern.compile("Failed to parse|Couldn't parse|Unsupported requirement");
    private static final Pattern DISK = Pattern.compile("No space left on device");

    private UvFailure() {}

    static boolean isNetwork(String output) {
        return NETWORK.matcher(output).find();
    }

    /**
     * Returns what happened, where and what to do, then the end of the output.
     *
     * @param requirements what was to be installed
     */
    static String of(List<String> requirements, Python python, String output) {
        return sentence(String.join(", ", requirements), python, output) + tail(output);
    }

    /** Returns the same for a uv that could not be installed. */
    static String withoutUv(Path python, String output) {
        boolean hasNoPip = output.contains("No module named pip");
        return "uv, which makes environments, is not on this computer and "
                + (hasNoPip
                        ? python + " has no pip to install it with. Install uv or pip."
                        : "could not be installed with "
                                + python
                                + ". Install uv, or connect to a package index.")
                + tail(output);
    }

    private static String sentence(String wanted, Python python, String output) {
        if (isNetwork(output)) {
            return "The package index cannot be reached, so "
                    + wanted
                    + " cannot be installed. Connect to the network, or set a proxy or an index"
                    + " for pip; environments made before still work.";
        }
        Matcher version = PYTHON.matcher(output);
        if (version.find()) {
            return wanted
                    + " cannot be installed in Python "
                    + python.version()
                    + ": a package needs Python "
                    + version.group(2).replaceAll("[,.]$", "")
                    + ". Install such a Python, or require another version of the package.";
        }
        Matcher build = BUILD.matcher(output);
        if (build.find()) {
            String name = build.group(1) == null ? "A package of " + wanted : build.group(1);
            return name
                    + " has no ready-made package for Python "
                    + python.version()
                    + " on this computer and could not be built. Require a version that has one,"
                    + " or install what its build needs.";
        }
        Matcher missing = NOT_FOUND.matcher(output);
        if (missing.find()) {
            String name = missing.group(1) == null ? missing.group(2) : missing.group(1);
            return "The package index has no "
                    + name.replaceAll("[,.]$", "")
                    + " that fits. Correct the requirement, or name the index that has it.";
        }
        return other(wanted, output);
    }

    private static String other(String wanted, String output) {
        if (DISK.matcher(output).find()) {
            return "The disk is full, so " + wanted + " cannot be installed. Make room.";
        }
        if (INVALID.matcher(output).find()) {
            return "A requirement among " + wanted + " cannot be read. Correct it.";
        }
        return wanted + " cannot be installed together. Change the requirements as said below.";
    }

    private static String tail(String output) {
        List<String> lines =
                output.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("Using "))
                        .toList();
        List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        return last.isEmpty() ? "" : "\n" + String.join("\n", last);
    }
}
