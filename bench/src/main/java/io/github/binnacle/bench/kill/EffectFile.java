package io.github.binnacle.bench.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What tasks really did, told by themselves: a line for each time one came to its end. */
record EffectFile(Path file) {
    Map<String, Integer> counts() throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        if (Files.exists(file)) {
            Files.readAllLines(file).forEach(task -> counts.merge(task, 1, Integer::sum));
        }
        return counts;
    }
}
