package io.github.binnacle.bench;

import io.github.binnacle.bench.Claim.Figure;
import io.github.binnacle.bench.spine.SpineClaims;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measures the promises of a topic and prints each with its figure.
 *
 * <p>{@code prove TOPIC [SHARE] [WORD]}: SHARE of the named counts (1 by default), only promises
 * that contain WORD. Ends with 1 if one of them does not hold; with a share below 1, times are only
 * told.
 */
public final class Prove {
    private static final Map<String, List<Claim>> TOPICS = Map.of("spine", SpineClaims.all());

    private static final double WHOLE = 1;

    private Prove() {}

    public static void main(String[] arguments) throws IOException {
        @Nullable List<Claim> claims = arguments.length == 0 ? null : TOPICS.get(arguments[0]);
        if (claims == null) {
            System.err.println("Which topic? One of: " + String.join(", ", TOPICS.keySet()));
            System.exit(2);
            return;
        }
        double share = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 1;
        String word = arguments.length > 2 ? arguments[2] : "";
        Path folder = Files.createTempDirectory("binnacle-prove");
        int failures = 0;
        try {
            Bench bench = bench(share, folder);
            for (Claim claim : claims) {
                failures += claim.promise().contains(word) && !prove(claim, bench) ? 1 : 0;
            }
        } finally {
            remove(folder);
        }
        System.exit(failures == 0 ? 0 : 1);
    }

    private static Bench bench(double share, Path folder) {
        Path project = Path.of(System.getProperty("binnacle.root", ".")).toAbsolutePath();
        String named = System.getenv().getOrDefault("BINNACLE_SHARED", "");
        Path shared = named.isEmpty() ? project.resolveSibling("shared") : Path.of(named);
        return new Bench(
                share,
                folder,
                project,
                Files.isDirectory(shared) ? Optional.of(shared) : Optional.empty(),
                new PeerPython(project, folder));
    }

    /** Measures and prints; returns false if that counts as a failure. */
    private static boolean prove(Claim claim, Bench bench) {
        Optional<Figure> figure = measured(claim, bench);
        boolean holds = figure.filter(Figure::holds).isPresent();
        boolean isExcused = figure.isPresent() && claim.isAboutTime() && bench.share() < WHOLE;
        System.out.printf(
                "%-6s %s%n       %s%n",
                holds ? "holds" : isExcused ? "missed" : "FAILS",
                claim.promise(),
                figure.map(Figure::measured).orElse("could not be measured"));
        System.out.flush();
        return holds || isExcused;
    }

    private static Optional<Figure> measured(Claim claim, Bench bench) {
        try {
            return Optional.of(claim.measure(bench));
        } catch (Exception e) {
            System.out.println(e);
            return Optional.empty();
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
