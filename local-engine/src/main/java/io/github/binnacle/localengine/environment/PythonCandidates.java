package io.github.binnacle.localengine.environment;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lists where interpreters may be, best first, without running any: the one the user names, the
 * active environment, the PATH, version managers, the usual folders.
 */
final class PythonCandidates {
    private static final Pattern IN_FILE_NAME = Pattern.compile("python3\\.(\\d+)(\\.exe)?");
    private static final Pattern IN_FOLDER_NAME =
            Pattern.compile("(?:(?:cpython-)?3\\.|Python3)(\\d{1,2})(?:[.\\-].*)?");
    private static final int NEWEST_NAMED = 20;

    private final Map<String, String> environment;
    private final Path user;
    private final boolean isWindows;
    private final Set<Path> found = new LinkedHashSet<>();

    private PythonCandidates(Map<String, String> environment, Path user, boolean isWindows) {
        this.environment = environment;
        this.user = user;
        this.isWindows = isWindows;
    }

    static List<Path> of(Map<String, String> environment, Path user) {
        PythonCandidates candidates =
                new PythonCandidates(environment, user, File.separatorChar == '\\');
        candidates.addChosen();
        candidates.addOnPath();
        candidates.addManaged();
        candidates.addUsual();
        return List.copyOf(candidates.found);
    }

    /** Tells the minor version that a path's name promises. */
    static OptionalInt promisedMinor(Path interpreter) {
        Matcher file = IN_FILE_NAME.matcher(interpreter.getFileName().toString());
        if (file.matches()) {
            return OptionalInt.of(Integer.parseInt(file.group(1)));
        }
        for (Path name : interpreter.subpath(0, Math.max(1, interpreter.getNameCount() - 1))) {
            Matcher folder = IN_FOLDER_NAME.matcher(name.toString());
            if (folder.matches()) {
                return OptionalInt.of(Integer.parseInt(folder.group(1)));
            }
        }
        return OptionalInt.empty();
    }

    private void addChosen() {
        path(environment.get("BINNACLE_PYTHON")).forEach(this::addChosen);
        path(environment.get("VIRTUAL_ENV")).forEach(this::addPrefix);
        path(environment.get("CONDA_PREFIX")).forEach(this::addPrefix);
    }

    private void addChosen(Path chosen) {
        if (Files.isDirectory(chosen)) {
            addPrefix(chosen);
        } else {
            add(chosen);
        }
    }

    private void addOnPath() {
        String folders = environment.getOrDefault("PATH", environment.getOrDefault("Path", ""));
        for (String folder : folders.split(File.pathSeparator)) {
            path(folder).forEach(this::addFolder);
        }
    }

    /** Adds what pyenv, uv, mise and asdf have installed. */
    private void addManaged() {
        path(environment.get("PYENV_ROOT")).forEach(root -> addVersions(root.resolve("versions")));
        addVersions(user.resolve(".pyenv").resolve("versions"));
        Path share = user.resolve(".local").resolve("share");
        addVersions(share.resolve("uv").resolve("python"));
        addVersions(share.resolve("mise").resolve("installs").resolve("python"));
        addVersions(user.resolve(".asdf").resolve("installs").resolve("python"));
        path(environment.get("APPDATA"))
                .forEach(data -> addVersions(data.resolve("uv").resolve("python")));
    }

    private void addUsual() {
        if (isWindows) {
            path(environment.get("LOCALAPPDATA"))
                    .forEach(data -> addVersions(data.resolve("Programs").resolve("Python")));
            path(environment.get("PROGRAMFILES")).forEach(this::addVersions);
            path(environment.get("SYSTEMDRIVE")).forEach(drive -> addVersions(drive.resolve("/")));
            return;
        }
        for (String folder :
                List.of("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin", "/opt/local/bin")) {
            addFolder(Path.of(folder));
        }
        addVersions(Path.of("/Library/Frameworks/Python.framework/Versions"));
        addVersions(Path.of("/opt/python"));
    }

    private void addFolder(Path folder) {
        String ending = isWindows ? ".exe" : "";
        add(folder.resolve("python3" + ending));
        for (int minor = NEWEST_NAMED; minor >= Python.OLDEST_MINOR; minor--) {
            add(folder.resolve("python3." + minor + ending));
        }
        add(folder.resolve("python" + ending));
    }

    /** Adds the interpreters of the installations below a folder, the newest first. */
    private void addVersions(Path folder) {
        List<Path> versions = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (IN_FOLDER_NAME.matcher(entry.getFileName().toString()).matches()) {
                    versions.add(entry);
                }
            }
        } catch (IOException absent) {
            return;
        }
        versions.sort(Comparator.comparing(PythonCandidates::minorOf).reversed());
        versions.forEach(this::addPrefix);
    }

    private static int minorOf(Path installation) {
        return promisedMinor(installation.resolve("bin").resolve("python")).orElse(0);
    }

    private void addPrefix(Path prefix) {
        if (isWindows) {
            add(prefix.resolve("Scripts").resolve("python.exe"));
            add(prefix.resolve("python.exe"));
        } else {
            add(prefix.resolve("bin").resolve("python"));
            add(prefix.resolve("bin").resolve("python3"));
        }
    }

    private void add(Path interpreter) {
        if (Files.isExecutable(interpreter) && !Files.isDirectory(interpreter)) {
            found.add(interpreter.toAbsolutePath());
        }
    }

    private static List<Path> path(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? List.of() : List.of(Path.of(text));
        } catch (InvalidPathException e) {
            return List.of();
        }
    }
}
