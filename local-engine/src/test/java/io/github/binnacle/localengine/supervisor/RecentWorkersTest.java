package io.github.binnacle.localengine.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentWorkersTest {
    private final RecentWorkers workers = new RecentWorkers();

    @Test
    void letsGoTheOneThatWasNotUsedForLongest() {
        IntStream.range(0, 8).forEach(i -> workers.use("worker " + i));
        workers.use("worker 0");

        assertThat(workers.use("another")).contains("worker 1");
        assertThat(workers.use("worker 0")).isEmpty();
    }
}
