package io.github.binnacle.localengine.environment;

import io.github.binnacle.localengine.supervisor.ChildEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the Pythons of this computer, 3.9 or newer; never downloads one.
 *
 * <p>An interpreter is asked for its version once, and only if its place does not rule it out.
 */
public final class PythonFinder {
    private static final Pattern WANTED = Pattern.compile("3\\.(\\d+).*");

    private final Map<String, String> environment;
    private final Path user;
    private final Map<Path, Optional<Python>> asked = new ConcurrentHashMap<>();

    /**
     * @param environment variables that say where to look, PATH above all
     * @param user home folder of the user
     */
    public PythonFinder(Map<String, String> environment, Path user) {
        this.environment = Map.copyOf(environment);
        this.user = user;
    }

    /** Looks where this process and its user would. */
    public static PythonFinder ofUser() {
        return new PythonFinder(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /**
     * A Python found for a wish.
     *
     * @param warning how it differs from the wish, in a sentence; empty if it does not
     */
    public record Match(Python python, String warning) {}

    /** Returns the Python that is most likely meant when none is named. */
    public Optional<Python> any() {
        return candidates().flatMap(this::ask).findFirst();
    }

    /**
     * Returns the interpreter of {@link #any}.
     *
     * @throws IOException if there is none; the message is for users
     */
    public Path require() throws IOException {
        return any().orElseThrow(() -> new IOException(missing())).path();
    }

    /**
     * Finds the Python of a version, else the nearest.
     *
     * @param version such as {@code 3.11}, of which the first two numbers count; empty for any
     */
    public Optional<Match> find(String version) {
        Matcher wanted = WANTED.matcher(version);
        if (!wanted.matches()) {
            return ofKfp().or(this::any).map(python -> new Match(python, ""));
        }
        int minor = Integer.parseInt(wanted.group(1));
        return exactly(minor)
                .map(python -> new Match(python, ""))
                .or(() -> nearest(minor).map(python -> new Match(python, warning(minor, python))));
    }

    /** Returns the sentence for a computer without Python. */
    static String missing() {
        return "No Python 3."
                + Python.OLDEST_MINOR
                + " or newer was found on this computer. Install Python, or set BINNACLE_PYTHON to"
                + " the path of an interpreter.";
    }

    private Optional<Python> ofKfp() {
        return candidates()
                .flatMap(this::ask)
                .filter(python -> python.minor() <= Python.NEWEST_MINOR_OF_KFP)
                .findFirst();
    }

    private Optional<Python> exactly(int minor) {
        Comparator<Path> namedFirst =
                Comparator.comparing(path -> PythonCandidates.promisedMinor(path).isEmpty());
        return candidates()
                .filter(path -> mayBe(path, minor))
                .sorted(namedFirst)
                .flatMap(this::ask)
                .filter(python -> python.minor() == minor)
                .findFirst();
    }

    private static boolean mayBe(Path interpreter, int minor) {
        OptionalInt promised = PythonCandidates.promisedMinor(interpreter);
        return promised.isEmpty() || promised.getAsInt() == minor;
    }

    private Optional<Python> nearest(int minor) {
        return candidates()
                .flatMap(this::ask)
                .min(
                        Comparator.comparingInt((Python python) -> Math.abs(python.minor() - minor))
                                .thenComparing(Python::minor, Comparator.reverseOrder()));
    }

    private static String warning(int minor, Python used) {
        String wanted = "Python 3." + minor;
        return minor < Python.OLDEST_MINOR
                ? wanted + " is too old to be used here, so " + used.version() + " is used."
                : wanted
                        + " is not on this computer, so "
                        + used.version()
                        + " is used. Install "
                        + wanted
                        + " if results must match.";
    }

    private Stream<Path> candidates() {
        Stream<Supplier<List<Path>>> places =
                Stream.of(
                        () -> PythonCandidates.of(environment, user),
                        () -> PyLauncher.list(environment));
        return places.flatMap(place -> place.get().stream()).distinct();
    }

    private Stream<Python> ask(Path interpreter) {
        return asked
                .computeIfAbsent(
                        interpreter,
                        path -> PythonQuestion.ask(path, ChildEnvironment.of(environment)))
                .stream();
    }
}
