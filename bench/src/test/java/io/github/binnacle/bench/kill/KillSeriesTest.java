package io.github.binnacle.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class KillSeriesTest {
    private static final long SEED = 20_261_124;
    private static final int KILLS = Integer.getInteger("binnacle.kills", 3);

    @TempDir Path home;

    @BeforeEach
    void nameTheBuild() {
        System.setProperty("binnacle.build", "kill-series");
    }

    @Test
    @Timeout(1_800)
    void killedHostsLoseNoCompletedTaskAndLeaveNothingBehind() throws Exception {
        var result = new KillSeries(home, SEED, false).kill(KILLS);

        assertThat(result.faults()).as("seed %d", SEED).isEmpty();
        assertThat(result.kills()).isEqualTo(KILLS);
    }

    @Test
    @Tag("package-index")
    @Timeout(1_800)
    void theSameHoldsForPythonComponents() throws Exception {
        var result = new KillSeries(home, SEED, true).kill(KILLS);

        assertThat(result.faults()).as("seed %d", SEED).isEmpty();
        assertThat(result.kills()).isEqualTo(KILLS);
    }
}
