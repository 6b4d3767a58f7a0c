package io.github.binnacle.localengine.capacity;

import io.github.binnacle.localengine.supervisor.MachineFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An amount of what a computer has: what a task asks for, or what there is.
 *
 * @param milliCpus thousandths of a processor
 * @param accelerators devices by resource name such as {@code nvidia.com/gpu}
 */
public record Demand(long milliCpus, long memoryBytes, Map<String, Long> accelerators) {
    public static final Demand NOTHING = new Demand(0, 0, Map.of());

    public Demand {
        accelerators = Map.copyOf(accelerators);
    }

    /** Returns all of a computer; its accelerators go by their vendor's resource name. */
    public static Demand of(MachineFacts facts) {
        Map<String, Long> devices = new TreeMap<>();
        for (String device : facts.accelerators()) {
            devices.merge(resourceName(device), 1L, Long::sum);
        }
        return new Demand(facts.processors() * 1000L, facts.memoryBytes(), devices);
    }

    private static String resourceName(String device) {
        String name = device.toLowerCase(Locale.ROOT);
        return name.contains("amd") || name.contains("radeon") ? "amd.com/gpu" : "nvidia.com/gpu";
    }

    Demand plus(Demand other) {
        return combined(other, 1);
    }

    Demand minus(Demand other) {
        return combined(other, -1);
    }

    private Demand combined(Demand other, int sign) {
        Map<String, Long> devices = new TreeMap<>(accelerators);
        other.accelerators.forEach((name, count) -> devices.merge(name, sign * count, Long::sum));
        return new Demand(
                milliCpus + sign * other.milliCpus,
                memoryBytes + sign * other.memoryBytes,
                devices);
    }

    /** Says whether this is there within {@code other}. */
    boolean fitsIn(Demand other) {
        return milliCpus <= other.milliCpus
                && memoryBytes <= other.memoryBytes
                && accelerators.entrySet().stream()
                        .allMatch(device ->
                                device.getValue()
                                        <= other.accelerators.getOrDefault(device.getKey(), 0L));
    }

    /** Names the amounts for people, such as {@code 4 CPUs, 8.0 GiB of memory}. */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        String cpus = String.format(Locale.ROOT, "%.3f", milliCpus / 1000.0);
        parts.add(cpus.replaceFirst("\\.?0+$", "") + (milliCpus == 1000 ? " CPU" : " CPUs"));
        if (memoryBytes > 0) {
            parts.add(gibibytes(memoryBytes) + " GiB of memory");
        }
        new TreeMap<>(accelerators).forEach((name, count) -> parts.add(count + " " + name));
        return String.join(", ", parts);
    }

    private static String gibibytes(long bytes) {
        return String.format(Locale.ROOT, "%.2f", bytes / (double) (1L << 30));
    }
}
