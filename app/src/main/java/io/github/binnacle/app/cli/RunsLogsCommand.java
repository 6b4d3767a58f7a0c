package io.github.binnacle.app.cli;

import io.github.binnacle.model.live.Subscription;
import io.github.binnacle.model.run.Attempt;
import io.github.binnacle.model.run.LogSource;
import io.github.binnacle.model.run.RunId;
import io.github.binnacle.model.run.RunSnapshot;
import io.github.binnacle.model.run.TaskSnapshot;
import io.github.binnacle.model.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "logs",
        description = {"Prints what the steps of a run printed.", ""})
final class RunsLogsCommand implements Callable<Integer> {
    private static final long POLL_MILLIS = 150;

    private final Console console;
    private final CliServices services;

    @Parameters(paramLabel = "RUN", description = "Number, id or beginning of the id.")
    private String run = "";

    @Option(
            names = "--task",
            paramLabel = "STEP",
            description = "Only this step: its name, or its path such as for-loop-1[2]/train.")
    private String task = "";

    @Option(names = "--attempt", paramLabel = "N", description = "Only this attempt, from 1.")
    private int attempt;

    @Option(names = "--follow", description = "Go on until the run ends.")
    private boolean isFollowed;

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean asJson;

    RunsLogsCommand(Console console, CliServices services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, Refused {
        RunSnapshot snapshot = new RunLookup(services.history()).snapshot(run);
        if (isFollowed && !snapshot.run().state().isFinished()) {
            follow(snapshot.run().id());
        } else if (asJson) {
            console.print(json(snapshot, RunLookup.steps(snapshot, task)));
        } else {
            print(snapshot, RunLookup.steps(snapshot, task));
        }
        return ExitCode.OK;
    }

    private void print(RunSnapshot snapshot, List<TaskSnapshot> steps) throws IOException, Refused {
        boolean isThere =
                steps.stream()
                        .flatMap(step -> step.attempts().stream())
                        .anyMatch(tried -> attempt == 0 || attempt == tried.number());
        if (!isThere && attempt != 0) {
            throw new Refused(ExitCode.USAGE, "There is no attempt " + attempt + ".");
        }
        if (!isThere) {
            console.note("No step has run a process: there is nothing to print.");
        }
        new LogPrinter(console, services.logs(), snapshot.run().id()).print(steps, attempt);
    }

    /** Logs grow without the ledger being told, so they are looked at again and again. */
    private void follow(RunId id) throws IOException, InterruptedException {
        LogPrinter printer = new LogPrinter(console, services.logs(), id);
        AtomicReference<RunSnapshot> newest = new AtomicReference<>();
        try (Subscription _ = services.engine().follow(id).subscribe(newest::set)) {
            boolean isOver = false;
            while (!isOver) {
                RunSnapshot snapshot = newest.get();
                isOver = snapshot.run().state().isFinished();
                printer.print(matching(snapshot), attempt);
                Thread.sleep(isOver ? 0 : POLL_MILLIS);
            }
        }
    }

    /** A step that is waited for may not have begun. */
    private List<TaskSnapshot> matching(RunSnapshot snapshot) {
        try {
            return RunLookup.steps(snapshot, task);
        } catch (Refused e) {
            return List.of();
        }
    }

    private Value json(RunSnapshot snapshot, List<TaskSnapshot> steps) throws IOException {
        List<Value> entries = new ArrayList<>();
        for (TaskSnapshot step : steps) {
            for (Attempt tried : step.attempts()) {
                if (attempt == 0 || attempt == tried.number()) {
                    entries.add(entry(snapshot.run().id(), step, tried));
                }
            }
        }
        return Value.of(Map.of("logs", Value.of(entries)));
    }

    private Value entry(RunId id, TaskSnapshot step, Attempt tried) throws IOException {
        LogSource logs = services.logs();
        StringBuilder text = new StringBuilder();
        long size = logs.size(id, step.path(), tried.number());
        for (long from = 0; from < size; ) {
            LogSource.Stretch stretch =
                    logs.read(id, step.path(), tried.number(), from, Integer.MAX_VALUE >> 8);
            text.append(stretch.text());
            from = stretch.nextByte() == from ? size : stretch.nextByte();
        }
        return Value.Struct.EMPTY
                .with("task", Value.of(step.path().toString()))
                .with("attempt", Value.of(tried.number()))
                .with("file", Value.of(tried.log()))
                .with("text", Value.of(text.toString()));
    }
}
