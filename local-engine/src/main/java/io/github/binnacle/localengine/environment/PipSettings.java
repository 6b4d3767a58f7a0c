package io.github.binnacle.localengine.environment;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the user's pip takes packages from, for uv, which does not read pip's configuration.
 *
 * <p>Variables win over files, files of the user over those of the computer, as with pip. Several
 * indexes are equals for pip, so they are made so for uv.
 */
final class PipSettings {
    private static final Pattern SETTING = Pattern.compile("\\s*([\\w-]+)\\s*[=:]\\s*(.*)");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Map<String, String> settings = new LinkedHashMap<>();

    private PipSettings() {}

    /** Reads the settings of a user. */
    static PipSettings of(Map<String, String> environment, Path user) {
        PipSettings pip = new PipSettings();
        for (Path file : files(environment, user)) {
            pip.read(file);
        }
        environment.forEach(pip::take);
        return pip;
    }

    /**
     * Returns the variables that tell uv the same; variables, as addresses may hold passwords.
     *
     * @param indexUrls indexes that the component names
     */
    Map<String, String> forUv(List<String> indexUrls) {
        Map<String, String> variables = new LinkedHashMap<>();
        List<String> indexes = new ArrayList<>(indexUrls);
        if (indexes.isEmpty()) {
            indexes.addAll(all("index-url"));
        }
        List<String> more =
                new ArrayList<>(indexes.subList(Math.min(1, indexes.size()), indexes.size()));
        more.addAll(all("extra-index-url"));
        put(variables, "UV_INDEX_URL", indexes.stream().limit(1).toList(), " ");
        put(variables, "UV_EXTRA_INDEX_URL", more, " ");
        put(
                variables,
                "UV_FIND_LINKS",
                all("find-links").stream().filter(PipSettings::isThere).toList(),
                ",");
        put(variables, "UV_INSECURE_HOST", all("trusted-host"), " ");
        put(
                variables,
                "UV_NO_INDEX",
                all("no-index").stream().filter(PipSettings::isTrue).toList(),
                " ");
        if (!more.isEmpty()) {
            variables.put("UV_INDEX_STRATEGY", "unsafe-best-match");
        }
        return variables;
    }

    private static void put(
            Map<String, String> variables, String name, List<String> values, String separator) {
        if (!values.isEmpty()) {
            variables.put(name, String.join(separator, values));
        }
    }

    private static List<Path> files(Map<String, String> environment, Path user) {
        boolean isWindows = File.separatorChar == '\\';
        List<Path> files = new ArrayList<>();
        if (isWindows) {
            files.add(folder(environment, "PROGRAMDATA", user).resolve("pip").resolve("pip.ini"));
            files.add(user.resolve("pip").resolve("pip.ini"));
            files.add(folder(environment, "APPDATA", user).resolve("pip").resolve("pip.ini"));
        } else {
            files.add(Path.of("/etc/pip.conf"));
            files.add(user.resolve(".pip").resolve("pip.conf"));
            Path usual = user.resolve(".config");
            files.add(folder(environment, "XDG_CONFIG_HOME", usual).resolve("pip/pip.conf"));
            files.add(user.resolve("Library/Application Support/pip/pip.conf"));
        }
        String named = environment.getOrDefault("PIP_CONFIG_FILE", "");
        if (!named.isEmpty()) {
            files.add(Path.of(named));
        }
        return files;
    }

    private static Path folder(Map<String, String> environment, String name, Path otherwise) {
        String folder = environment.getOrDefault(name, "");
        return folder.isEmpty() ? otherwise : Path.of(folder);
    }

    private void read(Path file) {
        try {
            String name = "";
            boolean counts = false;
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith("[")) {
                    counts = line.startsWith("[global]") || line.startsWith("[install]");
                    continue;
                }
                Matcher setting = SETTING.matcher(line);
                if (counts && !line.isBlank() && Character.isWhitespace(line.charAt(0))) {
                    settings.merge(name, line.strip(), (before, more) -> before + " " + more);
                } else if (counts && !isComment(line) && setting.matches()) {
                    name = setting.group(1);
                    settings.put(name, setting.group(2).strip());
                }
            }
        } catch (IOException absent) {
            return;
        }
    }

    private void take(String variable, String value) {
        if (variable.startsWith("PIP_")) {
            String name = variable.substring(4).toLowerCase(Locale.ROOT).replace('_', '-');
            settings.put(name, value);
        }
    }

    private List<String> all(String name) {
        String value = settings.getOrDefault(name, "").strip();
        return value.isEmpty() ? List.of() : List.of(SPACE.split(value));
    }

    private static boolean isComment(String line) {
        return line.startsWith("#") || line.startsWith(";");
    }

    private static boolean isThere(String place) {
        return place.contains("://") || Files.exists(Path.of(place));
    }

    private static boolean isTrue(String value) {
        return List.of("1", "true", "yes", "on").contains(value.toLowerCase(Locale.ROOT));
    }
}
