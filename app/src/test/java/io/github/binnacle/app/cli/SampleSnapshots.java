package io.github.binnacle.app.cli;

import static io.github.binnacle.testkit.fake.SampleRuns.START;

import io.github.binnacle.model.run.Attempt;
import io.github.binnacle.model.run.Run;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.run.TaskKind;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskSnapshot;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.run.TaskValues;
import io.github.binnacle.testkit.fake.SampleRuns;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Moments of run 7 of the sample pipeline. */
final class SampleSnapshots {
    static final RunId ID = SampleRuns.id(7);

    private SampleSnapshots() {}

    static RunSnapshot of(RunState state, TaskSnapshot... tasks) {
        return of(state, TaskValues.EMPTY, tasks);
    }

    static RunSnapshot of(RunState state, TaskValues outputs, TaskSnapshot... tasks) {
        return new RunSnapshot(
                new Run(
                        ID,
                        7,
                        "sample run",
                        "sample",
                        state,
                        START,
                        START,
                        state.isFinished() ? START.plusSeconds(75) : null,
                        "sample.yaml",
                        "",
                        "runs/7",
                        Map.of(),
                        outputs,
                        state == RunState.FAILED ? "A step failed." : ""),
                List.of(tasks));
    }

    /** Makes a step that began at second {@code from} and, if it has ended, took two seconds. */
    static TaskSnapshot step(String path, TaskState state, int from) {
        return task(path, TaskKind.RUNTIME, state, from, -1);
    }

    static TaskSnapshot loop(String path, TaskState state, int iterations) {
        return task(path, TaskKind.LOOP, state, 0, iterations);
    }

    private static TaskSnapshot task(
            String path, TaskKind kind, TaskState state, int from, int iterations) {
        Instant start = START.plusSeconds(from);
        @Nullable Instant end = state.isFinished() ? start.plusSeconds(2) : null;
        boolean isTried = kind == TaskKind.RUNTIME && !(state instanceof TaskState.Cached);
        return new TaskSnapshot(
                0,
                TaskPath.of(path),
                kind,
                path,
                state,
                start,
                end,
                TaskValues.EMPTY,
                TaskValues.EMPTY,
                iterations,
                isTried
                        ? List.of(new Attempt(1, state, start, end, "folder", "log", "", 0))
                        : List.of());
    }
}
