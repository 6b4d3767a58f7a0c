package io.github.binnacle.testkit.fake;

import static io.github.binnacle.testkit.fake.SampleRuns.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.run.LogSource.Stretch;
import io.github.binnacle.model.run.TaskPath;
import org.junit.jupiter.api.Test;

class FakeLogSourceTest {
    private static final TaskPath TASK = TaskPath.of("train");

    private final FakeLogSource logs = new FakeLogSource().print(id(1), TASK, 1, "aüb\n");

    @Test
    void readsStretchesThatNeverSplitACharacter() {
        assertThat(logs.read(id(1), TASK, 1, 0, 2)).isEqualTo(new Stretch("a", 1));
        assertThat(logs.read(id(1), TASK, 1, 1, 100)).isEqualTo(new Stretch("üb\n", 5));
    }

    @Test
    void givesNothingBeyondTheEndUntilMoreIsPrinted() {
        assertThat(logs.read(id(1), TASK, 1, 5, 9)).isEqualTo(new Stretch("", 5));

        logs.print(id(1), TASK, 1, "more");

        assertThat(logs.read(id(1), TASK, 1, 5, 9)).isEqualTo(new Stretch("more", 9));
        assertThat(logs.size(id(1), TASK, 2)).isZero();
    }
}
