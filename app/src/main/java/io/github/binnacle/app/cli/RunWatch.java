package io.github.binnacle.app.cli;

import io.github.binnacle.model.live.Live;
import io.github.binnacle.model.live.Subscription;
import io.github.binnacle.model.pipeline.PipelineGraph;
import io.github.binnacle.model.run.Run;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.TaskPath;
import io.github.binnacle.model.run.TaskSnapshot;
import io.github.binnacle.model.run.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints what happens in a run until it ends: a line for every step, and a bar on a terminal. */
final class RunWatch {
    private static final long REDRAW_MILLIS = 200;

    private final Console console;
    private final InstantSource clock;
    private final StatusLine status;
    private final Map<TaskPath, TaskState> printed = new HashMap<>();

    RunWatch(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
        status = new StatusLine(console);
    }

    /** Waits for the end of a run and returns the run as it ended. */
    RunSnapshot toEnd(Live<RunSnapshot> run, PipelineGraph graph) throws InterruptedException {
        LinkedBlockingQueue<RunSnapshot> changes = new LinkedBlockingQueue<>();
        try (Subscription _ = run.subscribe(changes::add)) {
            RunSnapshot snapshot = changes.take();
            while (!snapshot.run().state().isFinished()) {
                print(snapshot);
                show(snapshot, graph);
                snapshot = next(changes, snapshot);
            }
            print(snapshot);
            return snapshot;
        } finally {
            status.clear();
        }
    }

    /** Waits for a change, on a terminal only until it is time to draw again; the newest counts. */
    private RunSnapshot next(LinkedBlockingQueue<RunSnapshot> changes, RunSnapshot current)
            throws InterruptedException {
        RunSnapshot change =
                console.isTerminal()
                        ? changes.poll(REDRAW_MILLIS, TimeUnit.MILLISECONDS)
                        : changes.take();
        RunSnapshot newest = change == null ? current : change;
        for (RunSnapshot later = changes.poll(); later != null; later = changes.poll()) {
            newest = later;
        }
        return newest;
    }

    private void print(RunSnapshot snapshot) {
        List<TaskSnapshot> changed = new ArrayList<>();
        for (TaskSnapshot task : snapshot.tasks()) {
            TaskState before = printed.put(task.path(), task.state());
            if (!task.state().equals(before) && isWorthALine(task)) {
                changed.add(task);
            }
        }
        changed.sort(Comparator.comparing(RunWatch::lastTime));
        changed.forEach(task -> status.print(line(task)));
    }

    private static Instant lastTime(TaskSnapshot task) {
        if (task.finishedAt() != null) {
            return task.finishedAt();
        }
        return task.startedAt() == null ? Instant.MAX : task.startedAt();
    }

    private boolean isWorthALine(TaskSnapshot task) {
        return switch (task.state()) {
            case TaskState.Pending(String reason) -> !reason.isEmpty();
            case TaskState.Running _ -> RunProgress.isStep(task) && !console.isTerminal();
            case TaskState.Skipped _ -> true;
            case TaskState.Succeeded _,
                    TaskState.Cached _,
                    TaskState.Failed _,
                    TaskState.Canceled _,
                    TaskState.Interrupted _ ->
                    RunProgress.isStep(task);
        };
    }

    private String line(TaskSnapshot task) {
        String word = String.format("%-11s", StateWords.of(task.state()));
        return "  "
                + StateWords.style(task.state()).on(console, word)
                + " "
                + task.path()
                + Style.FAINT.on(console, detail(task));
    }

    private static String detail(TaskSnapshot task) {
        return switch (task.state()) {
            case TaskState.Pending(String reason) -> "  " + reason;
            case TaskState.Skipped(String reason) -> reason.isEmpty() ? "" : "  " + reason;
            case TaskState.Succeeded _, TaskState.Failed _, TaskState.Canceled _ ->
                    "  " + Words.between(task.startedAt(), task.finishedAt());
            case TaskState.Running _, TaskState.Cached _, TaskState.Interrupted _ -> "";
        };
    }

    private void show(RunSnapshot snapshot, PipelineGraph graph) {
        RunProgress progress = RunProgress.of(graph, snapshot);
        status.show(
                progress.done(),
                progress.total(),
                progress.done()
                        + " of "
                        + Words.count(progress.total(), "step")
                        + elapsed(snapshot.run())
                        + doing(progress.running()));
    }

    private String elapsed(Run run) {
        @Nullable Instant start = run.startedAt();
        return start == null ? "" : ", " + Words.duration(Duration.between(start, clock.instant()));
    }

    private static String doing(List<TaskPath> running) {
        return running.isEmpty()
                ? ""
                : running.stream()
                        .map(TaskPath::toString)
                        .collect(Collectors.joining(", ", " · ", ""));
    }
}
