package io.github.binnacle.localengine.run;

import io.github.binnacle.localengine.capacity.Capacity;
import io.github.binnacle.localengine.capacity.Demand;
import io.github.binnacle.localengine.capacity.Quantities;
import io.github.binnacle.model.pipeline.PipelineDeploymentConfig.ResourceSpec;
import io.github.binnacle.model.placeholder.PlaceholderException;
import io.github.binnacle.model.placeholder.PlaceholderValues;
import io.github.binnacle.model.placeholder.Placeholders;
import java.util.Map;
import java.util.Optional;

/**
 * What a task takes of this computer.
 *
 * @param memoryLimit bytes it may use at most; 0 for no limit
 */
record TaskResources(Demand demand, long memoryLimit) {
    /** A quarter of a processor, for tasks that ask for nothing. */
    private static final long USUAL_MILLI_CPUS = 250;

    /**
     * Reads requests and limits; a limit stands for a request that is not there, as in Kubernetes.
     *
     * @throws TaskFailure if one is no quantity, or this computer never has that much
     */
    static TaskResources of(ResourceSpec spec, PlaceholderValues values, Capacity capacity)
            throws TaskFailure {
        Reader reader = new Reader(values);
        String cpu = reader.first(spec.resourceCpuRequest(), spec.resourceCpuLimit());
        String memory = reader.first(spec.resourceMemoryRequest(), spec.resourceMemoryLimit());
        String limit = reader.text(spec.resourceMemoryLimit());
        Demand demand =
                new Demand(
                        cpu.isEmpty()
                                ? USUAL_MILLI_CPUS
                                : read("CPU", cpu, Quantities.thousandths(cpu)),
                        memory.isEmpty() ? 0 : read("memory", memory, Quantities.units(memory)),
                        reader.accelerators(spec));
        if (!capacity.canEverFit(demand)) {
            throw TaskFailure.of(
                    "run.too-big",
                    Map.of("asked", demand.toString(), "there", capacity.total().toString()));
        }
        return new TaskResources(
                demand, limit.isEmpty() ? 0 : read("memory", limit, Quantities.units(limit)));
    }

    private static long read(String what, String text, Optional<Long> amount) throws TaskFailure {
        if (amount.isEmpty()) {
            throw TaskFailure.of("run.quantity", Map.of("what", what, "found", text));
        }
        return amount.get();
    }

    private record Reader(PlaceholderValues values) {
        String text(String written) throws TaskFailure {
            try {
                return Placeholders.resolveText(written, values).strip();
            } catch (PlaceholderException e) {
                throw TaskFailure.of("run.quantity", Map.of("what", "resource", "found", written));
            }
        }

        String first(String request, String limit) throws TaskFailure {
            String asked = text(request);
            return asked.isEmpty() || asked.equals("0") ? text(limit) : asked;
        }

        Map<String, Long> accelerators(ResourceSpec spec) throws TaskFailure {
            String type = text(spec.acceleratorType());
            String count = text(spec.acceleratorCount());
            if (type.isEmpty() || count.equals("0")) {
                return Map.of();
            }
            return Map.of(
                    type,
                    count.isEmpty() ? 1 : read("accelerator", count, Quantities.units(count)));
        }
    }
}
