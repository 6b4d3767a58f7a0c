package io.github.binnacle.app.cli;

import io.github.binnacle.model.codec.JsonText;
import io.github.binnacle.model.run.LogSource;
import io.github.binnacle.model.run.Run;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.RunState;
import io.github.binnacle.model.run.RuntimeArtifact;
import io.github.binnacle.model.run.TaskSnapshot;
import io.github.binnacle.model.run.TaskState;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.util.List;

/** Tells how a run ended: what it made and where that is, or what went wrong and what it said. */
final class RunEnding {
    private static final int LONGEST_VALUE = 200;
    private static final int TAIL_LINES = 15;
    private static final int TAIL_BYTES = 16_384;
    private static final int MOST_FAILURES = 5;

    private final Console console;
    private final LogSource logs;

    RunEnding(Console console, LogSource logs) {
        this.console = console;
        this.logs = logs;
    }

    void print(RunSnapshot snapshot) throws IOException {
        Run run = snapshot.run();
        console.print(sentence(snapshot));
        if (run.state() == RunState.FAILED) {
            printFailures(snapshot);
        }
        printOutputs(run);
        printArtifactCount(snapshot);
        console.print("Files: " + run.folder());
        if (run.state() == RunState.INTERRUPTED) {
            console.print(
                    "The engine ended before the run did. Finished steps are kept; go on with"
                            + " \"binnacle runs resume "
                            + run.number()
                            + "\".");
        }
    }

    static int exitCode(RunState state) {
        return switch (state) {
            case SUCCEEDED -> ExitCode.OK;
            case INTERRUPTED -> ExitCode.WORLD;
            case FAILED, CANCELED, CANCELING, PENDING, RUNNING -> ExitCode.FAILED;
        };
    }

    private String sentence(RunSnapshot snapshot) {
        Run run = snapshot.run();
        List<TaskSnapshot> steps = snapshot.tasks().stream().filter(RunProgress::isStep).toList();
        long reused =
                steps.stream().filter(step -> step.state() instanceof TaskState.Cached).count();
        return "Run "
                + run.number()
                + " "
                + StateWords.style(run.state()).on(console, StateWords.of(run.state()))
                + " after "
                + Words.between(run.startedAt(), run.finishedAt())
                + " ("
                + Words.count(steps.size(), "step")
                + (reused == 0 ? "" : ", " + reused + " reused")
                + ").";
    }

    private void printOutputs(Run run) {
        run.outputs()
                .parameters()
                .forEach((name, value) -> console.print("  " + name + " = " + shortened(value)));
        run.outputs()
                .artifacts()
                .forEach((name, list) -> list.forEach(artifact -> printArtifact(name, artifact)));
    }

    /** Most pipelines name no outputs of their own, and their steps make artifacts all the same. */
    private void printArtifactCount(RunSnapshot snapshot) {
        long made =
                snapshot.tasks().stream()
                        .filter(RunProgress::isStep)
                        .flatMap(step -> step.outputs().artifacts().values().stream())
                        .mapToLong(List::size)
                        .sum();
        if (made > 0) {
            console.print(
                    Words.count(made, "artifact")
                            + ": binnacle runs artifacts "
                            + snapshot.run().number());
        }
    }

    private void printArtifact(String name, RuntimeArtifact artifact) {
        String size = Words.size(artifact.bytes());
        console.print(
                "  " + name + ": " + artifact.uri() + (size.isEmpty() ? "" : " (" + size + ")"));
    }

    static String shortened(Value value) {
        String text = value instanceof Value.Text(String plain) ? plain : JsonText.compact(value);
        return text.length() <= LONGEST_VALUE
                ? text
                : text.substring(0, LONGEST_VALUE) + "… (" + text.length() + " characters)";
    }

    private void printFailures(RunSnapshot snapshot) throws IOException {
        List<TaskSnapshot> failed =
                snapshot.tasks().stream()
                        .filter(task -> task.state() instanceof TaskState.Failed)
                        .filter(RunProgress::isStep)
                        .toList();
        if (failed.isEmpty() && !snapshot.run().problem().isEmpty()) {
            console.print(snapshot.run().problem());
        }
        for (TaskSnapshot task : failed.subList(0, Math.min(failed.size(), MOST_FAILURES))) {
            printFailure(snapshot.run(), task);
        }
        if (failed.size() > MOST_FAILURES) {
            console.print(
                    failed.size()
                            - MOST_FAILURES
                            + " more steps failed; see them with"
                            + " \"binnacle runs show "
                            + snapshot.run().number()
                            + "\".");
        }
    }

    private void printFailure(Run run, TaskSnapshot task) throws IOException {
        console.print("");
        console.print(Style.BOLD.on(console, task.path() + ": ") + StateWords.reason(task.state()));
        if (!task.attempts().isEmpty()) {
            int attempt = task.attempts().getLast().number();
            long size = logs.size(run.id(), task.path(), attempt);
            String end =
                    logs.read(
                                    run.id(),
                                    task.path(),
                                    attempt,
                                    Math.max(0, size - TAIL_BYTES),
                                    TAIL_BYTES)
                            .text();
            List<String> lines = end.lines().toList();
            lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size())
                    .forEach(line -> console.print(Style.FAINT.on(console, "  | ") + line));
        }
        console.print(
                "  The whole log: binnacle runs logs " + run.number() + " --task " + task.path());
        console.print("");
    }
}
