package io.github.binnacle.testkit.text;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds keys that code asks for and no bundle has, and keys that nothing asks for. */
public final class TextKeys {
    private static final Pattern USE = Pattern.compile("TEXTS\\s*\\.get\\(\\s*\"([^\"]+)\"");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][\\w.-]*)\"");

    private TextKeys() {}

    /**
     * Compares every {@code Texts.properties} of a module with the classes of its package.
     *
     * @param module folder of the Maven module
     * @return one line per key that is missing or unused; empty if all is well
     */
    public static List<String> mistakes(Path module) throws IOException {
        Path resources = module.resolve("src/main/resources");
        Path sources = module.resolve("src/main/java");
        List<String> mistakes = new ArrayList<>();
        for (Path bundle : bundles(resources)) {
            Path folder = Objects.requireNonNull(resources.relativize(bundle).getParent());
            compare(bundle, sources.resolve(folder), folder.toString(), mistakes);
        }
        return mistakes;
    }

    private static List<Path> bundles(Path resources) throws IOException {
        try (Stream<Path> files = Files.walk(resources)) {
            return files.filter(file -> file.endsWith("Texts.properties")).sorted().toList();
        }
    }

    private static void compare(Path bundle, Path sources, String name, List<String> mistakes)
            throws IOException {
        Set<String> keys = keys(bundle);
        Set<String> used = new TreeSet<>();
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.list(sources)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String code = Files.readString(file);
                used.addAll(found(USE, code));
                named.addAll(found(LITERAL, code));
            }
        }
        used.stream()
                .filter(key -> keys.stream().noneMatch(there -> fits(key, there)))
                .forEach(key -> mistakes.add(name + ": missing " + key));
        keys.stream()
                .filter(key -> named.stream().noneMatch(use -> fits(use, key)))
                .forEach(key -> mistakes.add(name + ": unused " + key));
    }

    /** A use that ends with a dot is the beginning of keys that are put together. */
    private static boolean fits(String use, String key) {
        return use.endsWith(".") ? key.startsWith(use) : key.equals(use);
    }

    private static List<String> found(Pattern pattern, String code) {
        return pattern.matcher(code).results().map((MatchResult match) -> match.group(1)).toList();
    }

    private static Set<String> keys(Path bundle) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle)) {
            properties.load(reader);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }
}
