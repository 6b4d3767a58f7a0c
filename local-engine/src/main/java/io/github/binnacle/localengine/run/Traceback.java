package io.github.binnacle.localengine.run;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last traceback of a Python program.
 *
 * @param error its last line, such as {@code ValueError: no rows}
 * @param place the user's own innermost frame, such as {@code line 12, in train}; empty if there is
 *     none
 */
record Traceback(String error, String place) {
    private static final String START = "Traceback (most recent call last):";
    private static final Pattern FRAME =
            Pattern.compile("\\s*File \"([^\"]+)\", line ([0-9]+), in (\\S+).*");
    private static final Pattern ERROR = Pattern.compile("[A-Za-z_][\\w.]*(?::.*)?");
    private static final Pattern MISSING =
            Pattern.compile("ModuleNotFoundError: No module named '([^']+)'.*");

    /** Finds the last traceback of a log; empty if the program printed none. */
    static Optional<Traceback> last(String log) {
        int start = log.lastIndexOf(START);
        if (start < 0) {
            return Optional.empty();
        }
        String place = "";
        for (String line : log.substring(start).lines().skip(1).toList()) {
            Matcher frame = FRAME.matcher(line);
            if (frame.matches() && isOfUser(frame.group(1))) {
                place = "line " + frame.group(2) + ", in " + frame.group(3);
            } else if (isError(line)) {
                return Optional.of(new Traceback(line.strip(), place));
            }
        }
        return Optional.empty();
    }

    private static boolean isError(String line) {
        return !line.isEmpty()
                && !Character.isWhitespace(line.charAt(0))
                && ERROR.matcher(line).matches();
    }

    private static boolean isOfUser(String file) {
        return List.of("/site-packages/", "/lib/python", "<frozen", "\\site-packages\\").stream()
                .noneMatch(file::contains);
    }

    /** Returns the module that could not be imported, if that was the error. */
    Optional<String> missingModule() {
        Matcher matcher = MISSING.matcher(error);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    boolean isMemoryError() {
        return error.equals("MemoryError") || error.startsWith("MemoryError:");
    }
}
