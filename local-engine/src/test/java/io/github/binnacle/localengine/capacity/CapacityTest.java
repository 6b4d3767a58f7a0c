package io.github.binnacle.localengine.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.localengine.capacity.Capacity.Lease;
import io.github.binnacle.localengine.supervisor.MachineFacts;
import io.github.binnacle.localengine.supervisor.MachineFacts.MemoryLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CapacityTest {
    private static final Demand COMPUTER = new Demand(4000, 8L << 30, Map.of("nvidia.com/gpu", 1L));

    private final Capacity capacity = new Capacity(COMPUTER);

    private static Demand cpus(long count) {
        return new Demand(count * 1000, 0, Map.of());
    }

    @Test
    void grantsAllOrNothing() {
        Lease half = capacity.tryLease(cpus(2)).orElseThrow();

        assertThat(capacity.tryLease(new Demand(1000, 9L << 30, Map.of()))).isEmpty();
        assertThat(capacity.tryLease(cpus(3))).isEmpty();
        assertThat(capacity.tryLease(cpus(2))).isPresent();
        half.close();
        half.close();
        assertThat(capacity.tryLease(cpus(3))).isEmpty();
        assertThat(capacity.tryLease(cpus(2))).isPresent();
    }

    @Test
    void letsNobodyOvertakeWhoAskedBefore() {
        Lease most = capacity.tryLease(cpus(3)).orElseThrow();
        List<String> granted = new ArrayList<>();
        capacity.request(cpus(4), lease -> granted.add("big"));
        capacity.request(cpus(1), lease -> granted.add("small"));

        assertThat(granted).isEmpty();
        assertThat(capacity.tryLease(cpus(1))).isEmpty();
        most.close();
        assertThat(granted).containsExactly("big");
    }

    @Test
    void letsTheNextInWhenOneGivesUp() {
        Lease most = capacity.tryLease(cpus(3)).orElseThrow();
        List<String> granted = new ArrayList<>();
        var big = capacity.request(cpus(4), lease -> granted.add("big"));
        capacity.request(cpus(1), lease -> granted.add("small"));

        big.cancel();

        assertThat(granted).containsExactly("small");
        most.close();
    }

    @Test
    void knowsWhatNeverFits() {
        assertThat(capacity.canEverFit(COMPUTER)).isTrue();
        assertThat(capacity.canEverFit(cpus(5))).isFalse();
        assertThat(capacity.canEverFit(new Demand(0, 0, Map.of("amd.com/gpu", 1L)))).isFalse();
    }

    @Test
    void measuresAComputer() {
        MachineFacts facts =
                new MachineFacts(
                        2,
                        1L << 30,
                        List.of("NVIDIA A100", "NVIDIA A100"),
                        MemoryLimits.CONTROL_GROUP);

        assertThat(Demand.of(facts))
                .isEqualTo(new Demand(2000, 1L << 30, Map.of("nvidia.com/gpu", 2L)))
                .hasToString("2 CPUs, 1.00 GiB of memory, 2 nvidia.com/gpu");
        assertThat(new Demand(250, 0, Map.of())).hasToString("0.25 CPUs");
    }

    @Test
    void readsQuantities() {
        assertThat(Quantities.thousandths("500m")).contains(500L);
        assertThat(Quantities.thousandths("2")).contains(2000L);
        assertThat(Quantities.thousandths("0.1")).contains(100L);
        assertThat(Quantities.units("2Gi")).contains(2L << 30);
        assertThat(Quantities.units("1.5G")).contains(1_500_000_000L);
        assertThat(Quantities.units("1e3")).contains(1000L);
        assertThat(Quantities.units("much")).isEmpty();
        assertThat(Quantities.units("2GiB")).isEmpty();
    }
}
