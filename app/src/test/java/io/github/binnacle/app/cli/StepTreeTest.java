package io.github.binnacle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binnacle.model.run.TaskSnapshot;
import io.github.binnacle.model.run.TaskState;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StepTreeTest {
    @Test
    void listsTasksBelowWhatTheyBelongTo() {
        var tasks = tasks("", "b", "a", "loop", "a/y", "loop[1]", "loop[0]", "b/x", "loop[0]/z");

        var listed = StepTree.of(tasks);

        assertThat(listed)
                .extracting(task -> task.path().toString())
                .containsExactly("b", "b/x", "a", "a/y", "loop", "loop[0]", "loop[0]/z", "loop[1]");
    }

    @Test
    void listsTasksWhoseParentIsNotThere() {
        var listed = StepTree.of(tasks("gone/x"));

        assertThat(listed).hasSize(1);
    }

    private static List<TaskSnapshot> tasks(String... paths) {
        return Stream.of(paths)
                .map(path -> SampleSnapshots.step(path, new TaskState.Succeeded(), 0))
                .toList();
    }
}
